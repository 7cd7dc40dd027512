#include "Private.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>

// After everything else: it defines macros named lines and columns.
#include <term.h>

bool ct_has_text(const char *name) {
  const char *text = tigetstr(name);
  return text && text != (char *)-1;
}

bool ct_has_direct_color(void) { return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || ct_has_text("RGB"); }

// Returns what was current before, for `end_look_up`.
static TERMINAL *begin_look_up(const char *term, int descriptor, bool *found) {
  TERMINAL *before = cur_term;
  int outcome = 0;
  *found = term && *term && setupterm((char *)term, descriptor, &outcome) == OK;
  return before;
}

static void end_look_up(TERMINAL *before) {
  TERMINAL *made = set_curterm(before);
  if (made && made != before) del_curterm(made);
}

ct_description ct_describe(const char *term) {
  ct_description facts = {.known = false};
  bool found;
  TERMINAL *before = begin_look_up(term, 1, &found);
  if (found) {
    int colors = tigetnum("colors");
    facts.known = true;
    facts.moves_cursor = ct_has_text("cup");
    facts.colors = colors > 0 && tigetnum("pairs") > 1 ? colors : 0;
    facts.direct_color = ct_has_direct_color();
  }
  end_look_up(before);
  return facts;
}

ct_size ct_window_size(int descriptor) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return (ct_size){0, 0};
  return (ct_size){size.ws_row, size.ws_col};
}

bool ct_codeset(char *into, size_t room) {
  locale_t locale = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
  if (!locale) return false;
  strncpy(into, nl_langinfo_l(CODESET, locale), room - 1);
  into[room - 1] = 0;
  freelocale(locale);
  return true;
}

static int target;

static int put(int byte) {
  char character = (char)byte;
  ct_write_all(target, &character, 1);
  return byte;
}

static void send(const char *name) {
  if (ct_has_text(name)) tputs(tigetstr(name), 1, put);
}

// As `stty sane` does, but for the erase key and the encoding, which were right before.
static void make_sane(struct termios *line) {
  line->c_iflag &= ~(tcflag_t)(IGNBRK | ISTRIP | INLCR | IGNCR | IXOFF | IXANY);
  line->c_iflag |= BRKINT | ICRNL | IXON | IMAXBEL;
  line->c_oflag &= ~(tcflag_t)(OLCUC | OCRNL | ONOCR | ONLRET | OFILL);
  line->c_oflag |= OPOST | ONLCR;
  line->c_lflag &= ~(tcflag_t)(ECHONL | NOFLSH | TOSTOP | ECHOPRT | FLUSHO);
  line->c_lflag |= ISIG | ICANON | IEXTEN | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE;
  line->c_cflag |= CREAD;
  static const struct {
    int place;
    cc_t key;
  } keys[] = {{VINTR, 3}, {VQUIT, 28}, {VKILL, 21}, {VEOF, 4}, {VSTART, 17}, {VSTOP, 19}, {VSUSP, 26},
              {VREPRINT, 18}, {VWERASE, 23}, {VLNEXT, 22}, {VDISCARD, 15}, {VMIN, 1}, {VTIME, 0}};
  for (size_t at = 0; at < sizeof keys / sizeof *keys; at++) line->c_cc[keys[at].place] = keys[at].key;
  if (!line->c_cc[VERASE]) line->c_cc[VERASE] = 127;
}

bool ct_reset(int descriptor, const char *term) {
  struct termios line;
  if (tcgetattr(descriptor, &line) != 0) return false;
  bool found;
  TERMINAL *before = begin_look_up(term, descriptor, &found);
  ct_modes_off(descriptor);
  if (found) {
    target = descriptor;
    send("rmkx");
    send("op");
    send("sgr0");
    send("cnorm");
    // Where the other screen is not showing, leaving it would move the cursor to where it was last kept.
    if (ct_has_text("rmcup")) {
      send("sc");
      send("rmcup");
    }
  }
  end_look_up(before);
  make_sane(&line);
  return tcsetattr(descriptor, TCSADRAIN, &line) == 0;
}
