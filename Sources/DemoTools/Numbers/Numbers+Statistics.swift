import Engine

extension Numbers {
    /// What people measured, each list with the words for it.
    private static let measured: [(numbers: [Double], words: String)] = [
        ([12, 15, 11, 18, 14, 15, 13], "the seven marks 12, 15, 11, 18, 14, 15 and 13"),
        ([72, 68, 81, 77, 90, 66], "the pulse readings 72, 68, 81, 77, 90 and 66"),
        ([24.1, 24.3, 23.9, 24.2, 24.6], "the titrations of 24.1, 24.3, 23.9, 24.2 and 24.6 ml"),
        ([3.2, 4.8, 4.1, 3.9, 5], "the seedling heights of 3.2, 4.8, 4.1, 3.9 and 5 cm"),
        ([19.5, 21, 18.2, 22.4, 20.1], "the temperatures 19.5, 21, 18.2, 22.4 and 20.1 °C"),
        ([402, 388, 415, 397, 420, 391], "the reaction times 402, 388, 415, 397, 420 and 391 ms"),
        ([7, 7, 8, 9, 12, 14, 21], "the leaf counts 7, 7, 8, 9, 12, 14 and 21"),
        ([151, 148, 160, 155, 163, 157], "the heights 151, 148, 160, 155, 163 and 157 cm"),
        ([8.4, 9.1, 7.9, 8.8, 10.2], "the sprint times 8.4, 9.1, 7.9, 8.8 and 10.2 seconds"),
        ([2.31, 2.28, 2.35, 2.3], "the weighings 2.31, 2.28, 2.35 and 2.3 g"),
    ]

    private static let sayings = Dictionary(
        measured.map { (JSON.array($0.numbers.map { .decimal($0) }).compactText, $0.words) },
        uniquingKeysWith: { first, _ in first })

    static let summaryStatistics = DemoTool(
        "summary_statistics", family: Family.numbers, occasions: [.school, .lab],
        "Computes count, mean, median, smallest, largest and sample standard deviation of a list of numbers.",
        inputs: [
            Field("numbers", .list(of: .number(-1e12...1e12), count: 2...1000), "At least two numbers.").values(
                measured.map { .array($0.numbers.map { .decimal($0) }) })
        ],
        outputs: [
            .whole("count", 2...1000, "How many numbers."),
            .number("mean", -1e12...1e12, "Arithmetic mean, to five significant digits."),
            .number("median", -1e12...1e12, "Middle value."), .number("minimum", -1e12...1e12, "Smallest value."),
            .number("maximum", -1e12...1e12, "Largest value."),
            .number("standard_deviation", 0...1e13, "Sample standard deviation (n − 1), to three significant digits."),
        ],
        wording: Wording(
            sayings: ["numbers": sayings],
            openings: [
                "I have a page of figures from last week to sum up.", "Our group collected the figures together.",
                "My report still needs one line about the spread.",
                "We wrote everything down but nobody did the sums.",
                "The worksheet asks for an average and I do not trust my head.",
                "A friend and I got different averages.",
            ],
            asks: [
                "What is the average of {numbers}?", "What are the mean and the median of {numbers}?",
                "How far do {numbers} scatter around their mean?",
                "Which average and which median do {numbers} have?",
                "Could you give me the average of {numbers}?", "How widely are {numbers} spread?",
            ],
            answers: [
                "The mean of the {out.count} values is {out.mean|number}, with a standard deviation of "
                    + "{out.standard_deviation|number}; the median is {out.median|number}.",
                "With a mean of {out.mean|number} and a median of {out.median|number}, the values scatter by about "
                    + "{out.standard_deviation|number}.",
                "The values average {out.mean|number}, the middle one is {out.median|number}, and the standard "
                    + "deviation is {out.standard_deviation|number}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "mean",
                    asks: [
                        "By my reckoning the average of {numbers} is less than {guess|number}. Am I right?",
                        "Is the average of {numbers} really below {guess|number}?",
                    ],
                    confirmed: [
                        "Yes, the average is {out.mean|number}.",
                        "Right: the mean of the {out.count} values is {out.mean|number}, below {guess|number}.",
                    ],
                    refuted: [
                        "No, the average is {out.mean|number}.",
                        "Not quite: the mean of the {out.count} values is {out.mean|number}, not below "
                            + "{guess|number}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let numbers = (arguments["numbers"]?.array ?? []).compactMap(\.double).sorted()
        guard let first = numbers.first, let last = numbers.last, numbers.count > 1 else {
            throw .badArgument(name: "numbers", expected: "at least two numbers")
        }
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let middle = numbers.count / 2
        let median = numbers.count.isMultiple(of: 2) ? (numbers[middle - 1] + numbers[middle]) / 2 : numbers[middle]
        let deviation = (squares / Double(numbers.count - 1)).squareRoot()
        return [
            "count": .whole(numbers.count), "mean": .decimal(significant(mean, digits: 5)), "median": .decimal(median),
            "minimum": .decimal(first), "maximum": .decimal(last),
            "standard_deviation": .decimal(significant(deviation, digits: 3)),
        ]
    }
}
