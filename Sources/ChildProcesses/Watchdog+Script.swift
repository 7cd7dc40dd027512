extension Watchdog {
    /// What the watchdog does, for any POSIX shell: reads `add` and `remove` with the number of a group, a line each.
    ///
    /// Groups are looked at again until the kill, so that a number that came free meanwhile is left alone.
    package static let script = """
        trap '' HUP INT TERM PIPE
        groups=
        without() {
            kept=
            for group in $groups; do [ "$group" = "$1" ] || kept="$kept $group"; done
            groups=$kept
        }
        while read -r word group; do
            case $group in '' | *[!0-9]* | 0 | 1) continue ;; esac
            without "$group"
            case $word in add) groups="$groups $group" ;; esac
        done
        for group in $groups; do kill -s TERM -- "-$group" 2>/dev/null; done
        for moment in 1 2 3 4 5 6 7 8 9 10; do
            for group in $groups; do kill -s 0 -- "-$group" 2>/dev/null || without "$group"; done
            [ -z "$groups" ] || sleep 0.1
        done
        for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
        """
}
