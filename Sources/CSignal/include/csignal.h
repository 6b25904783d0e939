// The only place of this package that signals a process or a group.
//
// To kill(2) a number may be a process, a group or everybody: 0 is one's own group, -1 every process of
// the user, other negatives are groups, and 1 is the system's first process. -1 is also what a fork
// that failed leaves behind. So nothing is signalled but what is known to be meant.

#ifndef CSIGNAL_H
#define CSIGNAL_H

#include <sys/types.h>

// Each returns 0 where the signal was sent, else why it was not, as an errno:
//   EINVAL  the number stands for more than one process, or for the system's first
//   ECHILD  no child of ours, or one that was waited for: the number may be another's by now
//   ESRCH   it has ended
//   EPERM   it is not where it was said to be
// Signal 0 asks without sending.

// A child of this process that was not waited for.
int csignal_child(pid_t child, int number);

// A process of another session than our own, by the leader of that session.
int csignal_in_session(pid_t process, pid_t leader, int number);

// Our own group, where it is a job of a shell's in the foreground of that terminal: who shares a group
// with a session's leader was started by no shell that could continue it.
int csignal_own_job(int terminal, int number);

#endif
