"""What a request results in: pure rules over what was read. One file per thing that is asked for."""
