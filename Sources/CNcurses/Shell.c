#include "Private.h"

#include <signal.h>
#include <spawn.h>

extern char **environ;

int ct_spawn_shell(const char *script, const char *file, pid_t *child) {
  posix_spawn_file_actions_t descriptors;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawn_file_actions_init(&descriptors);
  posix_spawn_file_actions_adddup2(&descriptors, ct_input_descriptor(), 0);
  posix_spawn_file_actions_adddup2(&descriptors, ct_output_descriptor(), 1);
  posix_spawn_file_actions_adddup2(&descriptors, ct_output_descriptor(), 2);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  char *const arguments[] = {"sh", "-c", (char *)script, "sh", (char *)file, NULL};
  int problem = posix_spawn(child, "/bin/sh", &descriptors, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&descriptors);
  posix_spawnattr_destroy(&attributes);
  return problem;
}
