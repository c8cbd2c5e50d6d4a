"""What the servers must hold before a service starts. Every module may run again: it changes what differs and says how much."""
