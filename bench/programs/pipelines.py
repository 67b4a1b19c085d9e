def make_samples(count):
    return [{"time": i * 20, "value": (i * 37) % 101, "label": f"s{i % 9}"} for i in range(count)]


def summary(samples):
    loud = [sample for sample in samples if sample["value"] > 30]
    scaled = [sample["value"] * 2 + 1 for sample in loud]
    total = sum(scaled)
    largest = max(scaled)
    labels = [sample["label"].upper() for sample in samples if sample["label"].endswith("3")]
    has_zero = any(sample["value"] == 0 for sample in samples)
    is_short = all(len(sample["label"]) < 4 for sample in samples)
    late = None
    for sample in samples:
        if sample["time"] > 4000:
            late = sample
            break
    zero = "true" if has_zero else "false"
    short = "true" if is_short else "false"
    return f"{total} {largest} {''.join(labels)} {zero} {short} {late['value'] if late else 'none'}"


def run():
    return summary(make_samples(300))
