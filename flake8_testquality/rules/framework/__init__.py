"""Rules about fixtures, parametrize, marks, migration."""
