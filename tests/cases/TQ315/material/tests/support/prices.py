def refuse_unknown(kind):
    if kind == "unknown":
        assert False, f"{kind} is unknown"  # TQ315
