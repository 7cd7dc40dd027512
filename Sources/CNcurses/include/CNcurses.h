#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// The few calls of ncurses and of the terminal that Swift cannot make itself, behind types of our own.
/// Everything but `ct_restore_now` belongs to one thread; one terminal can be open at a time.

/// How opening a terminal ended.
typedef enum {
  CT_OPENED,
  CT_NOT_A_TERMINAL,
  CT_UNKNOWN_TERM,
  CT_NO_CURSOR_MOVES,
  CT_ALREADY_OPEN,
  CT_NO_DESCRIPTORS
} ct_opening;

/// Opens `term` on two descriptors, which stay the caller's. `locale` is a name for setlocale, "" the user's own.
ct_opening ct_open(const char *term, const char *locale, int input, int output);
/// Gives the terminal back as it was found. A terminal that is someone else's at the moment is left alone.
void ct_close(void);
/// Restores the terminal from any thread when the owning thread is stuck; what was waiting to be written is lost.
void ct_restore_now(void);

/// Gives the terminal away for a while (a stop, an editor).
void ct_leave(void);
/// Takes it back; the next flush paints everything.
void ct_return(void);
/// True when this process may write to the terminal without being stopped for it.
bool ct_in_foreground(void);

bool ct_locale_is_utf8(void);
/// The number of colours, 0 for none.
int ct_color_count(void);
/// True when colours are 0xRRGGBB values instead of numbers of a palette.
bool ct_has_direct_color(void);

typedef struct {
  int32_t rows, columns;
} ct_size;
/// Asks the system for the size and makes ncurses use it.
ct_size ct_measure(void);

enum {
  CT_BOLD = 1,
  CT_DIM = 2,
  CT_ITALIC = 4,
  CT_UNDERLINE = 8,
  CT_REVERSE = 16
};

#define CT_SCALARS 5

/// One character: a base and its marks, ended by 0 when there are fewer than five scalars. Colours: -1 is the default.
typedef struct {
  uint32_t scalars[CT_SCALARS];
  int32_t foreground, background;
  uint16_t attributes;
  uint8_t width;
} ct_cell;

/// Puts characters side by side; what does not fit its width is shown as question marks.
void ct_put(int row, int column, const ct_cell *cells, int count);
/// Sends what changed. The cursor goes to a place on the screen, or is hidden when `row` is negative.
void ct_flush(int row, int column);
/// Makes the next flush paint every cell.
void ct_forget_screen(void);
/// Sends bytes that are no part of the picture, such as a text for the clipboard; whatever was drawn goes first.
void ct_send(const uint8_t *bytes, size_t count);
/// True when the terminal takes output at this moment.
bool ct_takes_output(void);

/// Keys above the bytes 0...255.
enum {
  CT_KEY_NONE = -1,
  CT_KEY_UP = 0x10000,
  CT_KEY_DOWN,
  CT_KEY_LEFT,
  CT_KEY_RIGHT,
  CT_KEY_HOME,
  CT_KEY_END,
  CT_KEY_PAGE_UP,
  CT_KEY_PAGE_DOWN,
  CT_KEY_INSERT,
  CT_KEY_DELETE,
  CT_KEY_BACKSPACE,
  CT_KEY_ENTER,
  CT_KEY_BACK_TAB,
  CT_KEY_PASTE_BEGAN,
  CT_KEY_FOCUS,
  CT_KEY_UNKNOWN,
  CT_KEY_FUNCTION = 0x10100
};

/// The next byte or key, CT_KEY_NONE when nothing waits. F1 is CT_KEY_FUNCTION + 1.
int ct_read_key(void);
/// Up to `room` bytes that wait, read without looking for keys in them; 0 when none wait.
/// Only right after CT_KEY_PASTE_BEGAN and what this returned: ncurses holds no bytes then.
int ct_read_bytes(uint8_t *bytes, int room);
/// The descriptor to wait on for keys.
int ct_input_descriptor(void);
/// True when the terminal no longer answers.
bool ct_is_gone(void);

/// A descriptor that becomes readable when eight bytes are written to it; -1 on failure.
int ct_wakeup_open(void);

/// The descriptor on which each signal that concerns a terminal comes as one byte, its number.
int ct_signal_descriptor(void);
/// Lets every signal reach the calling thread, whatever the thread that made it had blocked.
void ct_unblock_signals(void);
/// Stops this process and its group as ctrl-z does, and returns when it goes on.
void ct_stop_group(void);
/// While another program has the terminal: ctrl-c and ctrl-\ are its own, ctrl-z stops this process too.
void ct_signals_lend(void);
void ct_signals_take_back(void);

/// What terminfo says of a terminal that need not be open.
typedef struct {
  bool known;
  /// Whether the cursor can be placed, without which no screen can be drawn.
  bool moves_cursor;
  /// 0 for none.
  int colors;
  /// Colours are 0xRRGGBB values.
  bool direct_color;
} ct_description;
/// Looks a terminal up by its name. No terminal may be open.
ct_description ct_describe(const char *term);
/// The size of the window behind a descriptor; zeros when there is none.
ct_size ct_window_size(int descriptor);
/// The encoding of the user's locale, as "UTF-8", written into `into`; false when that locale is not installed.
bool ct_codeset(char *into, size_t room);
/// Takes back what a killed program may have left: raw lines, the other screen, a hidden cursor, colours, modes.
/// False when the descriptor is no terminal. No terminal may be open.
bool ct_reset(int descriptor, const char *term);

/// Gives the calling thread a stack of its own for the crash handler, so that a stack overflow restores too.
void ct_guard_thread(void);
void ct_unguard_thread(void);

/// Starts `sh -c script sh file` on the terminal with default signals. Returns 0 or an errno.
int ct_spawn_shell(const char *script, const char *file, pid_t *child);

#endif
