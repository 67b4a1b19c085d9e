// Numbers, strings and records put in order.
interface Task {
  name: string;
  priority: number;
}

function makeTasks(count: number): Task[] {
  const tasks: Task[] = [];
  let seed = 7;
  for (let i = 0; i < count; i++) {
    seed = (seed * 1103 + 12345) % 65536;
    tasks.push({ name: `task${seed % 97}`, priority: seed % 10 });
  }
  return tasks;
}

function insertionSort(values: number[]): number[] {
  const sorted = [...values];
  for (let i = 1; i < sorted.length; i++) {
    const value = sorted[i];
    let j = i - 1;
    while (j >= 0 && sorted[j] > value) {
      sorted[j + 1] = sorted[j];
      j--;
    }
    sorted[j + 1] = value;
  }
  return sorted;
}

export function run(): string {
  const tasks = makeTasks(60);
  const byPriority = [...tasks].sort((a, b) => a.priority - b.priority);
  const names = tasks.map((task) => task.name).sort();
  const priorities = tasks.map((task) => task.priority).sort((a, b) => b - a);
  const inserted = insertionSort(tasks.map((task) => task.priority * task.name.length));
  const first = byPriority.map((task) => `${task.priority}${task.name}`).join(" ");
  return `${first} ${names.join(" ")} ${priorities.join(" ")} ${inserted.join(" ")}`;
}
