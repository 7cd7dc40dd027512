#include "Private.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_bool armed;
static int tty_in, tty_out;
static struct termios before;
static char sequence[1024];
static size_t length;
// Where a screen that stays visible is left: the last row, emptied for the shell.
static size_t tail;

static const char modes_on[] = "\033[?2004h\033[?1004h";
static const char modes_off[] = "\033[?1006;1003;1002;1000l\033[?1004l\033[?2004l";

void ct_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void ct_modes_on(int output) { ct_write_all(output, modes_on, sizeof modes_on - 1); }

void ct_modes_off(int output) { ct_write_all(output, modes_off, sizeof modes_off - 1); }

// Old terminals ask for pauses, written as $<5>; a crash has no time for them.
static void append(const char *text) {
  if (!text || text == (char *)-1) return;
  for (; *text && length < sizeof sequence; text++) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end)
      text = end;
    else
      sequence[length++] = *text;
  }
}

static void prepare_sequence(void) {
  length = 0;
  append(modes_off);
  append(tigetstr("rmkx"));
  append(tigetstr("op"));
  append(tigetstr("sgr0"));
  append(tigetstr("cnorm"));
  append(tigetstr("rmcup"));
  tail = length;
  if (ct_has_text("rmcup")) return;
  append(tparm(tigetstr("cup"), LINES - 1, 0));
  append(tigetstr("el"));
}

void ct_clear_last_row(int output) { ct_write_all(output, sequence + tail, length - tail); }

static void restore(void) {
  ct_write_all(tty_out, sequence, length);
  tcsetattr(tty_in, TCSANOW, &before);
}

void ct_restore_now(void) {
  if (!atomic_exchange(&armed, false)) return;
  tcsetattr(tty_in, TCSANOW, &before);
  // Without waiting, or this thread would be stuck like the other one.
  int flags = fcntl(tty_out, F_GETFL);
  fcntl(tty_out, F_SETFL, flags | O_NONBLOCK);
  tcflush(tty_out, TCOFLUSH);
  ct_write_all(tty_out, sequence, length);
  fcntl(tty_out, F_SETFL, flags);
}

static void on_exit_restore(void) {
  if (atomic_exchange(&armed, false)) restore();
}

static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
enum { CRASHES = sizeof crashes / sizeof *crashes };
static struct sigaction earlier[CRASHES];
static bool handling;

// Never on to the Swift runtime's own handler: on a terminal it waits half a minute for a key.
static void on_crash(int number, siginfo_t *cause, void *context) {
  (void)context;
  if (atomic_exchange(&armed, false)) restore();
  signal(number, SIG_DFL);
  // A faulting instruction runs again on return and then ends the process; a sent signal must be sent again.
  if (number == SIGABRT || (cause && cause->si_code <= 0)) raise(number);
}

void ct_restoration_arm(int input, int output, const struct termios *found) {
  static bool registered;
  ct_restoration_disarm();
  if (!registered) registered = atexit(on_exit_restore) == 0;
  tty_in = input;
  tty_out = output;
  before = *found;
  prepare_sequence();
  struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int at = 0; at < CRASHES; at++) sigaction(crashes[at], &action, &earlier[at]);
  handling = true;
  atomic_store(&armed, true);
}

void ct_restoration_disarm(void) {
  if (!handling) return;
  atomic_store(&armed, false);
  handling = false;
  for (int at = 0; at < CRASHES; at++) sigaction(crashes[at], &earlier[at], NULL);
}

static char guard[65536];

void ct_guard_thread(void) {
  stack_t stack = {.ss_sp = guard, .ss_size = sizeof guard};
  sigaltstack(&stack, NULL);
}

void ct_unguard_thread(void) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
}
