// What changes while a page is open: one stream a page, closed while nobody looks at it.

import { noteOffline } from './core.js';

const listeners = { job: [], job_deleted: [], ready: [] };
let source = null;

/**
 * Has the page told of jobs.
 * @param job gets the job as the API has it, each time it changes
 * @param deleted gets the id of a job that is gone
 * @param ready is called when the stream begins, also after a break: what happened before is not told, so read it anew
 */
export function onJobs({ job, deleted, ready }) {
  if (job) listeners.job.push(job);
  if (deleted) listeners.job_deleted.push(({ id }) => deleted(id));
  if (ready) listeners.ready.push(ready);
  open();
}

/** Waits until nothing new came for a moment, at most so many milliseconds. */
export function throttled(run, ms = 400) {
  const waiting = new Map();
  return key => {
    if (waiting.has(key)) return;
    waiting.set(key, setTimeout(() => {
      waiting.delete(key);
      run(key);
    }, ms));
  };
}

/** Whoever has the keyboard in a part of the page keeps it: that part waits until it is left. */
export function whenLeft(part, run) {
  if (!part.contains(document.activeElement)) {
    run();
    return;
  }
  part.addEventListener('focusout', () => setTimeout(() => part.isConnected && whenLeft(part, run)), { once: true });
}

function open() {
  if (source || document.hidden) return;
  source = new EventSource('/api/events');
  for (const [name, all] of Object.entries(listeners)) {
    source.addEventListener(name, event => {
      const data = JSON.parse(event.data || '{}');
      all.forEach(listener => listener(data));
    });
  }
  source.onerror = async () => {
    // a closed stream was refused: the session is over, or the server is gone
    if (source?.readyState !== EventSource.CLOSED) {
      noteIfGone();
      return;
    }
    close();
    setTimeout(open, 10_000);
  };
}

async function noteIfGone() {
  const response = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) noteOffline();
}

function close() {
  source?.close();
  source = null;
}

document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()));
for (const event of ['back-online', 'signed-in-again']) {
  document.addEventListener(event, () => {
    close();
    open();
  });
}
addEventListener('pagehide', close);
