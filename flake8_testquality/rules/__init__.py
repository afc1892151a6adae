"""The rules, one small file each, by family."""
