#include "Private.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

WINDOW *ct_keys;

static atomic_flag in_use = ATOMIC_FLAG_INIT;
static SCREEN *screen;
static FILE *in, *out;
static struct termios found, ours;
static bool utf8, away;

static FILE *reopen(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy < 0) return NULL;
  FILE *file = fdopen(copy, mode);
  if (!file) close(copy);
  return file;
}

static void release(void) {
  if (ct_keys) delwin(ct_keys);
  if (screen) delscreen(screen);
  if (in) fclose(in);
  if (out) fclose(out);
  ct_keys = NULL;
  screen = NULL;
  in = out = NULL;
  ct_signals_close();
  atomic_flag_clear(&in_use);
}

// Wide characters need a UTF-8 locale even where the user has none; what is then drawn is up to the caller.
static void choose_locale(const char *locale) {
  const char *name = setlocale(LC_CTYPE, locale);
  utf8 = name && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!utf8) setlocale(LC_CTYPE, "C.UTF-8");
}

static void set_up_keys(void) {
  raw();
  noecho();
  nonl();
  set_escdelay(25);
  typeahead(-1);
  ct_keys = newpad(1, 1);
  keypad(ct_keys, TRUE);
  nodelay(ct_keys, TRUE);
  meta(ct_keys, TRUE);
  keypad(stdscr, TRUE);
  define_key("\033[200~", KEY_OF_PASTE_BEGAN);
  define_key("\033[I", KEY_OF_FOCUS_GAINED);
  define_key("\033[O", KEY_OF_FOCUS_LOST);
  define_key("\033[Z", KEY_OF_BACK_TAB);
}

static ct_opening start(const char *term) {
  // LINES and COLUMNS would hide the real size.
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm((char *)term, out, in);
  if (!screen) return CT_UNKNOWN_TERM;
  if (!ct_has_text("cup")) {
    endwin();
    return CT_NO_CURSOR_MOVES;
  }
  set_up_keys();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  ct_forget_pairs();
  return CT_OPENED;
}

// Our signals first: ncurses then leaves them alone.
static ct_opening acquire(const char *term, const char *locale, int input, int output) {
  if (!isatty(output) || tcgetattr(input, &found) != 0) return CT_NOT_A_TERMINAL;
  in = reopen(input, "r");
  out = reopen(output, "w");
  if (!in || !out || !ct_signals_open()) return CT_NO_DESCRIPTORS;
  choose_locale(locale);
  return start(term);
}

ct_opening ct_open(const char *term, const char *locale, int input, int output) {
  if (atomic_flag_test_and_set(&in_use)) return CT_ALREADY_OPEN;
  ct_opening opening = acquire(term, locale, input, output);
  if (opening != CT_OPENED) {
    if (in) tcsetattr(fileno(in), TCSADRAIN, &found);
    release();
    return opening;
  }
  away = false;
  ct_restoration_arm(fileno(in), fileno(out), &found);
  tcgetattr(fileno(in), &ours);
  ct_modes_on(fileno(out));
  ct_measure();
  return CT_OPENED;
}

void ct_leave(void) {
  if (away) return;
  // Writing from the background would stop us, and the screen there is the shell's.
  if (ct_in_foreground()) {
    ct_modes_off(fileno(out));
    def_prog_mode();
    endwin();
    ct_clear_last_row(fileno(out));
    tcsetattr(fileno(in), TCSADRAIN, &found);
  }
  ct_restoration_disarm();
  away = true;
}

void ct_return(void) {
  ct_restoration_arm(fileno(in), fileno(out), &found);
  reset_prog_mode();
  // A program that was killed may have left modes that ncurses does not know of.
  tcsetattr(fileno(in), TCSADRAIN, &ours);
  flushinp();
  ct_modes_on(fileno(out));
  ct_measure();
  ct_forget_screen();
  away = false;
}

void ct_close(void) {
  if (!screen) return;
  ct_leave();
  // An editor that was ended in a hurry leaves its own modes behind.
  if (ct_in_foreground()) tcsetattr(fileno(in), TCSADRAIN, &found);
  release();
}

bool ct_in_foreground(void) {
  pid_t group = tcgetpgrp(fileno(in));
  return group < 0 || group == getpgrp();
}

bool ct_locale_is_utf8(void) { return utf8; }

int ct_color_count(void) { return has_colors() && COLOR_PAIRS > 1 ? COLORS : 0; }

ct_size ct_measure(void) {
  struct winsize size;
  if (ioctl(fileno(out), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
      (size.ws_row != LINES || size.ws_col != COLS)) {
    resize_term(size.ws_row, size.ws_col);
    ct_forget_screen();
  }
  return (ct_size){.rows = LINES, .columns = COLS};
}

int ct_input_descriptor(void) { return fileno(in); }

int ct_output_descriptor(void) { return fileno(out); }

bool ct_is_gone(void) {
  struct termios now;
  return tcgetattr(fileno(in), &now) != 0;
}
