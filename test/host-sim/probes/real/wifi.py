radio = None
