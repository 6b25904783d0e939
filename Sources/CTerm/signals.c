// Signals: those the loop is told of through a pipe, and those that kill after giving the terminal
// back.

#include "own.h"

#include <csignal.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

cterm_way_out cterm_out;

static int told[2] = {-1, -1};
static volatile sig_atomic_t seen_resize, seen_leave, seen_continue, seen_stop;
// The first that asked to leave; 0 before that.
static volatile sig_atomic_t leaving_signal;
// Set once standard input is gone, which is then never polled again: it would be ready for ever.
static bool input_gone;

static const int tellers[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGCONT, SIGTSTP};
static const int killers[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT};
enum { TELLERS = sizeof tellers / sizeof *tellers, KILLERS = sizeof killers / sizeof *killers };

static struct sigaction tellers_before[TELLERS];
static struct sigaction killers_before[KILLERS];
// A stack overflow leaves no stack to handle it on.
static uint8_t spare_stack[64 * 1024];

void cterm_give_back_signal_safe(void) {
  if (!cterm_out.active) return;
  cterm_out.active = 0;
  const char *bytes = cterm_out.bytes;
  size_t left = cterm_out.length;
  while (left > 0) {
    ssize_t written = write(STDOUT_FILENO, bytes, left);
    if (written <= 0) break;
    bytes += written;
    left -= (size_t)written;
  }
  // A process in the background would be stopped for this.
  signal(SIGTTOU, SIG_IGN);
  tcsetattr(STDIN_FILENO, TCSANOW, &cterm_out.modes);
  cterm_let_errors_out();
}

static void tell(int number) {
  int saved = errno;
  switch (number) {
    case SIGWINCH: seen_resize = 1; break;
    case SIGCONT: seen_continue = 1; break;
    case SIGTSTP: seen_stop = 1; break;
    default:
      // Asked twice, and the loop has not even taken notice: it hangs, so leave without it.
      if (seen_leave) {
        cterm_give_back_signal_safe();
        signal(number, SIG_DFL);
        raise(number);
      }
      seen_leave = 1;
      if (leaving_signal == 0) leaving_signal = number;
  }
  ssize_t ignored = write(told[1], "", 1);
  (void)ignored;
  errno = saved;
}

static void die(int number, siginfo_t *info, void *context) {
  (void)context;
  cterm_give_back_signal_safe();
  for (int i = 0; i < KILLERS; i++) {
    if (killers[i] == number) sigaction(number, &killers_before[i], NULL);
  }
  // A fault of the processor's comes again by itself on return, and then has its true address.
  bool comes_again = info != NULL && info->si_code > 0 && number != SIGTRAP && number != SIGABRT;
  if (!comes_again) raise(number);
}

bool cterm_catch_signals(void) {
  if (told[0] < 0 && pipe2(told, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  seen_resize = seen_leave = seen_continue = seen_stop = leaving_signal = 0;
  input_gone = false;
  stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  sigaltstack(&stack, NULL);
  struct sigaction telling = {.sa_handler = tell, .sa_flags = SA_RESTART};
  sigfillset(&telling.sa_mask);
  sigset_t heard;
  sigemptyset(&heard);
  for (int i = 0; i < TELLERS; i++) {
    sigaddset(&heard, tellers[i]);
    sigaction(tellers[i], &telling, &tellers_before[i]);
  }
  // Whoever started us may have left them blocked, and a program inherits that.
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
  struct sigaction dying = {.sa_sigaction = die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&dying.sa_mask);
  for (int i = 0; i < KILLERS; i++) sigaction(killers[i], &dying, &killers_before[i]);
  return true;
}

void cterm_release_signals(void) {
  for (int i = 0; i < TELLERS; i++) sigaction(tellers[i], &tellers_before[i], NULL);
  for (int i = 0; i < KILLERS; i++) sigaction(killers[i], &killers_before[i], NULL);
}

void cterm_stop(bool whole_job) {
  struct sigaction ours;
  sigaction(SIGTSTP, NULL, &ours);
  // The whole job, as the terminal's own Ctrl-Z would: a script that started us stops as well, or the
  // shell would wait for it and never come back. Where there is no job, nobody else is stopped.
  signal(SIGTSTP, SIG_IGN);
  if (whole_job) csignal_own_job(STDIN_FILENO, SIGTSTP);
  // Then this thread itself, for a signal to the group may find another one a moment later. The system
  // does not stop who has no shell above to continue them.
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  // What told of our own stopping and going on is no news.
  seen_continue = seen_stop = 0;
}

bool cterm_is_leaving(void) { return seen_leave; }

int cterm_leaving_signal(void) { return leaving_signal == 0 ? SIGHUP : leaving_signal; }

static int take_signals(void) {
  uint8_t sink[64];
  while (read(told[0], sink, sizeof sink) > 0) continue;
  int seen = 0;
  if (seen_resize) seen |= CTERM_RESIZED;
  if (seen_leave) seen |= CTERM_HANG_UP;
  if (seen_continue) seen |= CTERM_CONTINUED;
  if (seen_stop) seen |= CTERM_STOP_ASKED;
  seen_resize = seen_leave = seen_continue = seen_stop = 0;
  return seen;
}

int cterm_wait(int wake, int milliseconds) {
  struct pollfd watched[3] = {
      {.fd = input_gone ? -1 : STDIN_FILENO, .events = POLLIN},
      {.fd = told[0], .events = POLLIN},
      {.fd = wake, .events = POLLIN},
  };
  // An interrupted wait is no time-out: the signal has left a byte in the pipe, which ends it.
  if (poll(watched, 3, milliseconds) < 0 && errno != EINTR) return CTERM_HANG_UP;
  int seen = take_signals();
  if (watched[0].revents & POLLIN) {
    seen |= CTERM_INPUT;
  } else if (watched[0].revents & (POLLHUP | POLLERR | POLLNVAL)) {
    input_gone = true;
    seen |= CTERM_HANG_UP;
  }
  if (watched[2].revents != 0) seen |= CTERM_WAKE;
  return seen;
}

ptrdiff_t cterm_read(uint8_t *bytes, size_t count) {
  if (input_gone) return -1;
  // Not O_NONBLOCK, which the shell that shares this terminal would inherit.
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, 0) <= 0 || !(input.revents & (POLLIN | POLLHUP))) return 0;
  ssize_t got = read(STDIN_FILENO, bytes, count);
  if (got > 0) return got;
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return 0;
  input_gone = true;
  return -1;
}
