extension Watchdog {
    /// What the watchdog does, for any POSIX shell: reads `add` and `remove` with the number of a group, a line each.
    ///
    /// Each group's leader leads a session as well, and `/proc`, where there is one, says who else is in it: in `stat`
    /// after the last `)`, since the name before may hold anything. All are looked at again until the kill, so that a
    /// number that came free meanwhile is left alone; the last look finds who was born during it.
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
        place() {
            state=$1 own=$3 session=${4:-none}
        }
        look() {
            others= sessions=
            [ -n "$groups" ] || return 0
            for entry in /proc/[0-9]*; do
                text=
                { while read -r line; do text="$text $line"; done <"$entry/stat"; } 2>/dev/null
                place ${text##*)}
                case $state in Z | X) continue ;; esac
                case " $groups " in *" $session "*) sessions="$sessions $session" ;; *) continue ;; esac
                [ "$own" = "$session" ] || others="$others ${entry#/proc/}"
            done
        }
        tell_groups() { for group in $groups; do kill -s "$1" -- "-$group" 2>/dev/null; done; }
        tell_others() { for other in $others; do kill -s "$1" -- "$other" 2>/dev/null; done; }
        look
        tell_groups TERM
        tell_others TERM
        for moment in 1 2 3 4 5; do
            look
            for group in $groups; do
                case " $sessions " in *" $group "*) continue ;; esac
                kill -s 0 -- "-$group" 2>/dev/null || without "$group"
            done
            [ -z "$groups" ] || sleep 0.2
        done
        look
        tell_groups KILL
        tell_others KILL
        look
        tell_others KILL
        """
}
