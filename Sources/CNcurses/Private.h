#ifndef CNCURSES_PRIVATE_H
#define CNCURSES_PRIVATE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#define NCURSES_WIDECHAR 1

#include "CNcurses.h"
#include <curses.h>
#include <termios.h>

// Declared here because <term.h> defines macros named buttons, columns and lines.
extern char *tigetstr(const char *);
extern int tigetflag(const char *);
extern int tigetnum(const char *);
extern char *tparm(const char *, ...);

enum {
  KEY_OF_PASTE_BEGAN = 0x2001,
  KEY_OF_FOCUS_GAINED,
  KEY_OF_FOCUS_LOST,
  KEY_OF_BACK_TAB
};

/// The window keys are read from. A pad, because reading from a window repaints that window first.
extern WINDOW *ct_keys;

int ct_output_descriptor(void);
/// Whether the terminal at hand has a text under a terminfo name.
bool ct_has_text(const char *name);
/// Colour pairs belong to one screen; to be called for each new one.
void ct_forget_pairs(void);

/// Turns the signals that concern a terminal into bytes (their numbers) on a pipe. False when there is no pipe.
bool ct_signals_open(void);
void ct_signals_close(void);

void ct_write_all(int descriptor, const char *bytes, size_t count);

/// Prepares everything that a crash needs, so that the handler allocates nothing and calls no ncurses.
void ct_restoration_arm(int input, int output, const struct termios *found);
void ct_restoration_disarm(void);
/// Where the picture stays on the screen, makes room below it; to be called after endwin.
void ct_clear_last_row(int output);
/// Modes that are ours rather than terminfo's: bracketed paste and focus reports.
void ct_modes_on(int output);
void ct_modes_off(int output);

#endif
