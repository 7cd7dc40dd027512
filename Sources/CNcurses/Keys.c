#include "Private.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Modified arrows and the like have extended names in terminfo (kUP5, kRIT3) and no fixed number.
static int key_named(const char *name) {
  static const struct {
    const char *prefix;
    int key;
  } names[] = {{"kUP", CT_KEY_UP},         {"kDN", CT_KEY_DOWN},   {"kLFT", CT_KEY_LEFT},     {"kRIT", CT_KEY_RIGHT},
               {"kHOM", CT_KEY_HOME},      {"kEND", CT_KEY_END},   {"kPRV", CT_KEY_PAGE_UP},  {"kNXT", CT_KEY_PAGE_DOWN},
               {"kIC", CT_KEY_INSERT},     {"kDC", CT_KEY_DELETE}, {"kxIN", CT_KEY_FOCUS},    {"kxOUT", CT_KEY_FOCUS}};
  for (size_t at = 0; name && at < sizeof names / sizeof *names; at++)
    if (strncmp(name, names[at].prefix, strlen(names[at].prefix)) == 0) return names[at].key;
  return CT_KEY_UNKNOWN;
}

// Some descriptions name a control character as a key: on the Linux console ctrl-z is "suspend".
static int single_byte_of(int code) {
  char *sequence = keybound(code, 0);
  int byte = sequence && sequence[0] && !sequence[1] ? (unsigned char)sequence[0] : -1;
  free(sequence);
  return byte;
}

static int key_of(int code) {
  switch (code) {
    case KEY_UP: case KEY_SR: return CT_KEY_UP;
    case KEY_DOWN: case KEY_SF: return CT_KEY_DOWN;
    case KEY_LEFT: case KEY_SLEFT: return CT_KEY_LEFT;
    case KEY_RIGHT: case KEY_SRIGHT: return CT_KEY_RIGHT;
    case KEY_HOME: case KEY_SHOME: case KEY_A1: case KEY_FIND: return CT_KEY_HOME;
    case KEY_END: case KEY_SEND: case KEY_C1: case KEY_SELECT: return CT_KEY_END;
    case KEY_PPAGE: case KEY_SPREVIOUS: case KEY_A3: return CT_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_SNEXT: case KEY_C3: return CT_KEY_PAGE_DOWN;
    case KEY_IC: case KEY_SIC: return CT_KEY_INSERT;
    case KEY_DC: case KEY_SDC: return CT_KEY_DELETE;
    case KEY_BACKSPACE: return CT_KEY_BACKSPACE;
    case KEY_ENTER: return CT_KEY_ENTER;
    case KEY_BTAB: case KEY_OF_BACK_TAB: return CT_KEY_BACK_TAB;
    case KEY_OF_PASTE_BEGAN: return CT_KEY_PASTE_BEGAN;
    case KEY_OF_FOCUS_GAINED: case KEY_OF_FOCUS_LOST: return CT_KEY_FOCUS;
  }
  if (code > KEY_F(0) && code <= KEY_F(63)) return CT_KEY_FUNCTION + code - KEY_F(0);
  int byte = single_byte_of(code);
  return byte >= 0 ? byte : key_named(keyname(code));
}

int ct_read_key(void) {
  int code = wgetch(ct_keys);
  if (code == ERR) return CT_KEY_NONE;
  return code > 255 ? key_of(code) : code;
}

int ct_read_bytes(uint8_t *bytes, int room) {
  struct pollfd wait = {.fd = ct_input_descriptor(), .events = POLLIN};
  if (poll(&wait, 1, 0) <= 0 || !(wait.revents & POLLIN)) return 0;
  ssize_t count = read(wait.fd, bytes, (size_t)room);
  return count > 0 ? (int)count : 0;
}
