extension Ingredient {
    /// name | grams in one US cup of 236.6 ml | other names.
    ///
    /// Written down for this library, rounded to 1 g; the weights can be checked against the household measures of
    /// USDA FoodData Central, SR Legacy (public domain).
    static let table = """
        plain flour|125|flour,all-purpose flour,white flour,wheat flour
        wholemeal flour|120|whole wheat flour
        rye flour|102|
        granulated sugar|200|sugar,white sugar,caster sugar
        brown sugar|220|packed brown sugar
        icing sugar|120|powdered sugar,confectioners' sugar
        butter|227|
        lard|205|
        honey|339|
        maple syrup|315|
        treacle|337|molasses
        milk|244|whole milk
        buttermilk|245|
        yoghurt|245|yogurt,plain yoghurt
        double cream|238|cream,heavy cream,whipping cream
        soured cream|230|sour cream
        cream cheese|232|
        ricotta|246|
        grated Parmesan|100|parmesan
        grated Cheddar|113|cheddar,shredded cheddar
        water|237|
        olive oil|216|
        vegetable oil|218|oil,sunflower oil,rapeseed oil
        cocoa powder|86|cocoa
        rolled oats|81|oats,porridge oats
        long-grain rice|185|rice,uncooked rice
        couscous|173|
        quinoa|170|
        bulgur|140|bulgur wheat
        semolina|167|
        polenta|122|cornmeal
        cornflour|128|cornstarch
        breadcrumbs|108|dry breadcrumbs
        red lentils|192|lentils
        dried chickpeas|200|chickpeas
        peanut butter|258|
        whole almonds|143|almonds
        chopped walnuts|117|walnuts
        sesame seeds|144|
        raisins|145|sultanas
        chocolate chips|168|
        table salt|292|salt
        tomato purée|262|tomato paste
        """
}
