"""The `nhscuts` command.

Belongs here: arguments, the form of what is printed, exit codes. Does not belong here: anything a notebook
would want as well; that is a function of another room, and a command calls it. Heavy imports stand inside the
commands, so that `nhscuts extract` starts in a fraction of a second.
"""
