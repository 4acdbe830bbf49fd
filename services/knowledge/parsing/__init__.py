"""Documents in, blocks of text out: what was a heading, a paragraph, a list or a table still is one."""
