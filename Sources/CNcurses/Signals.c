#include "Private.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

static const int watched[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGTSTP};
enum { WATCHED = sizeof watched / sizeof *watched };
static struct sigaction earlier[WATCHED];
static int ends[2] = {-1, -1};

static void on_signal(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(ends[1], &byte, 1);
  (void)written;
  errno = kept;
}

static void watch(int number, struct sigaction *previous) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(number, &action, previous);
}

static void set(int number, void (*disposition)(int)) {
  struct sigaction action = {.sa_handler = disposition};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

bool ct_signals_open(void) {
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  for (int at = 0; at < WATCHED; at++) watch(watched[at], &earlier[at]);
  // A closed pipe and a full disk are results of the call that met them, never the end of the process.
  set(SIGPIPE, SIG_IGN);
  set(SIGXFSZ, SIG_IGN);
  return true;
}

int ct_signal_descriptor(void) { return ends[0]; }

void ct_signals_close(void) {
  if (ends[0] < 0) return;
  for (int at = 0; at < WATCHED; at++) sigaction(watched[at], &earlier[at], NULL);
  close(ends[0]);
  close(ends[1]);
  ends[0] = ends[1] = -1;
}

void ct_unblock_signals(void) {
  // A thread inherits the mask of the one that made it, and the workers of a thread pool block nearly everything.
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);
}

void ct_stop_group(void) {
  // The others first, ourselves after them and on this thread: only then has the stop happened on return.
  set(SIGTSTP, SIG_IGN);
  set(SIGCONT, SIG_DFL);
  kill(0, SIGTSTP);
  set(SIGTSTP, SIG_DFL);
  pthread_kill(pthread_self(), SIGTSTP);
  watch(SIGTSTP, NULL);
  watch(SIGCONT, NULL);
}

void ct_signals_lend(void) {
  set(SIGINT, SIG_IGN);
  set(SIGQUIT, SIG_IGN);
  set(SIGTSTP, SIG_DFL);
}

void ct_signals_take_back(void) {
  watch(SIGINT, NULL);
  watch(SIGQUIT, NULL);
  watch(SIGTSTP, NULL);
}

int ct_wakeup_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }
