"""The `frontdesk` command: what an owner can do at a terminal or in a script.

A module here is a word of the menu. What a command needs is imported when that command runs, so that `--help` is quick.
"""
