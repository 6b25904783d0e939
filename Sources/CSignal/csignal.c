#define _GNU_SOURCE 1
#include "include/csignal.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>
#include <unistd.h>

// Everything that is signalled passes here, so that no number below 2 ever does.
static int send(pid_t number, bool is_group, int signal) {
  if (number <= 1) return EINVAL;
  return kill(is_group ? -number : number, signal) == 0 ? 0 : errno;
}

int csignal_child(pid_t child, int number) {
  if (child <= 1) return EINVAL;
  siginfo_t state = {0};
  // Looks without waiting: as long as nobody waited for it, the number is this child's and no other's.
  while (waitid(P_PID, (id_t)child, &state, WEXITED | WNOHANG | WNOWAIT) != 0) {
    if (errno != EINTR) return ECHILD;
  }
  if (state.si_pid != 0) return ESRCH;
  return send(child, false, number);
}

int csignal_in_session(pid_t process, pid_t leader, int number) {
  if (process <= 1 || leader <= 1) return EINVAL;
  if (leader == getsid(0)) return EPERM;
  pid_t session = getsid(process);
  if (session < 0) return errno;
  return session == leader ? send(process, false, number) : EPERM;
}

int csignal_own_job(int terminal, int number) {
  pid_t group = getpgrp();
  if (group == getsid(0)) return EPERM;
  return tcgetpgrp(terminal) == group ? send(group, true, number) : EPERM;
}
