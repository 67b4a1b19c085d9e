// The queue of asyncio's tasks: the pairing heap of adafruit-circuitpython-asyncio's task.py, step by
// step, because its order among tasks of one time shows in what programs print.

/** A task as the queue sees it. */
export interface Queued {
  /** When it is due, in milliseconds. */
  dueMs: number;
  child: this | null;
  lastChild: this | null;
  next: this | null;
}

/** ph_meld */
function meld<Task extends Queued>(one: Task | null, other: Task | null): Task | null {
  if (one === null) return other;
  if (other === null) return one;
  if (one.dueMs < other.dueMs) {
    if (one.child === null || one.lastChild === null) one.child = other;
    else one.lastChild.next = other;
    one.lastChild = other;
    other.next = null;
    return one;
  }
  one.next = other.child;
  other.child = one;
  if (one.next === null) other.lastChild = one;
  return other;
}

/** ph_pairing */
function pairing<Task extends Queued>(first: Task | null): Task | null {
  let heap: Task | null = null;
  for (let child = first; child !== null;) {
    let one: Task | null = child;
    child = one.next;
    one.next = null;
    if (child !== null) {
      const other: Task = child;
      child = other.next;
      other.next = null;
      one = meld(one, other);
    }
    heap = meld(heap, one);
  }
  return heap;
}

export class TaskQueue<Task extends Queued> {
  private heap: Task | null = null;

  get head(): Task | null {
    return this.heap;
  }

  push(task: Task, dueMs: number): void {
    task.dueMs = dueMs;
    this.heap = meld(task, this.heap);
  }

  pop(): Task | null {
    const task = this.heap;
    if (task === null) return null;
    this.heap = pairing(task.child);
    task.child = null;
    return task;
  }
}
