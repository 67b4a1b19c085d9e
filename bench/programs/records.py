def moved(device, by):
    place = device["place"]
    copy = dict(device)
    copy["place"] = {"x": place["x"] + by["x"], "y": place["y"] + by["y"]}
    return copy


def distance(a, b):
    return abs(a["x"] - b["x"]) + abs(a["y"] - b["y"])


def run():
    devices = []
    for id in range(80):
        device = {"id": id, "place": {"x": id % 10, "y": id * 2}, "online": id % 3 != 0}
        if id % 4 == 0:
            device["label"] = f"device {id}"
        devices.append(device)
    total = 0
    labels = 0
    for device in devices:
        if not device["online"]:
            continue
        following = moved(device, {"x": 1, "y": -1})
        total += distance(device["place"], following["place"]) + following["place"]["x"]
        labels += len(following.get("label", "none"))
    counts = {"online": 0, "offline": 0}
    for device in devices:
        key = "online" if device["online"] else "offline"
        counts[key] = counts.get(key, 0) + 1
    return f"{total} {labels} {counts['online']} {counts['offline']}"
