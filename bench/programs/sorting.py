def make_tasks(count):
    tasks = []
    seed = 7
    for i in range(count):
        seed = (seed * 1103 + 12345) % 65536
        tasks.append({"name": f"task{seed % 97}", "priority": seed % 10})
    return tasks


def insertion_sort(values):
    ordered = list(values)
    for i in range(1, len(ordered)):
        value = ordered[i]
        j = i - 1
        while j >= 0 and ordered[j] > value:
            ordered[j + 1] = ordered[j]
            j -= 1
        ordered[j + 1] = value
    return ordered


def by_priority(tasks):
    # list.sort of MicroPython is not stable: the place decides among equals.
    places = [(task["priority"], place) for place, task in enumerate(tasks)]
    places.sort()
    return [tasks[place] for _, place in places]


def run():
    tasks = make_tasks(60)
    names = sorted([task["name"] for task in tasks])
    priorities = sorted([task["priority"] for task in tasks], reverse=True)
    inserted = insertion_sort([task["priority"] * len(task["name"]) for task in tasks])
    first = " ".join([f"{task['priority']}{task['name']}" for task in by_priority(tasks)])
    return (
        f"{first} {' '.join(names)} "
        f"{' '.join([str(value) for value in priorities])} "
        f"{' '.join([str(value) for value in inserted])}"
    )
