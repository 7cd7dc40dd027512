#include "Private.h"

#include <poll.h>
#include <wchar.h>

#define RUN 256

static attr_t attributes_of(uint16_t wanted) {
  return (wanted & CT_BOLD ? A_BOLD : 0) | (wanted & CT_DIM ? A_DIM : 0) | (wanted & CT_ITALIC ? A_ITALIC : 0) |
         (wanted & CT_UNDERLINE ? A_UNDERLINE : 0) | (wanted & CT_REVERSE ? A_REVERSE : 0);
}

// Neighbouring cells mostly have the same colours.
static struct {
  int32_t foreground, background;
  int pair;
} last;

void ct_forget_pairs(void) { last.pair = 0; }

// alloc_pair must not be called without colours: it dereferences a table that does not exist.
static int pair_of(int32_t foreground, int32_t background) {
  if (!has_colors() || COLOR_PAIRS <= 1) return 0;
  if (foreground < 0 || foreground >= COLORS) foreground = -1;
  if (background < 0 || background >= COLORS) background = -1;
  if (foreground < 0 && background < 0) return 0;
  if (last.pair > 0 && foreground == last.foreground && background == last.background) return last.pair;
  int pair = alloc_pair(foreground, background);
  if (pair <= 0) return 0;
  last.foreground = foreground;
  last.background = background;
  return last.pair = pair;
}

static void encode(cchar_t *into, const wchar_t *text, const ct_cell *cell) {
  int pair = pair_of(cell->foreground, cell->background);
  if (setcchar(into, text, attributes_of(cell->attributes), 0, &pair) != OK)
    setcchar(into, L"?", attributes_of(cell->attributes), 0, &pair);
}

// A base whose width is not the one the caller counted with would move the rest of the row.
static int encode_character(cchar_t *into, const ct_cell *cell) {
  wchar_t text[CT_SCALARS + 1] = {(wchar_t)cell->scalars[0]};
  int count = 1;
  if (wcwidth(text[0]) != cell->width) {
    for (int column = 0; column < cell->width; column++) encode(into + column, L"?", cell);
    return cell->width;
  }
  for (int at = 1; at < CT_SCALARS && cell->scalars[at]; at++)
    if (wcwidth((wchar_t)cell->scalars[at]) == 0) text[count++] = (wchar_t)cell->scalars[at];
  text[count] = 0;
  encode(into, text, cell);
  return 1;
}

void ct_put(int row, int column, const ct_cell *cells, int count) {
  cchar_t run[RUN + 2];
  int filled = 0, start = column;
  for (int at = 0; at < count; at++) {
    filled += encode_character(run + filled, cells + at);
    column += cells[at].width;
    // After a wide character the place is said again, never inferred.
    if (cells[at].width != 1 || filled >= RUN || at == count - 1) {
      mvadd_wchnstr(row, start, run, filled);
      filled = 0;
      start = column;
    }
  }
}

void ct_flush(int row, int column) {
  curs_set(row >= 0);
  if (row >= 0) move(row, column);
  leaveok(stdscr, row < 0);
  wnoutrefresh(stdscr);
  doupdate();
}

void ct_forget_screen(void) { clearok(curscr, TRUE); }

void ct_send(const uint8_t *bytes, size_t count) {
  doupdate();
  ct_write_all(ct_output_descriptor(), (const char *)bytes, count);
}

bool ct_takes_output(void) {
  struct pollfd wait = {.fd = ct_output_descriptor(), .events = POLLOUT};
  return poll(&wait, 1, 0) > 0;
}
