"""What the desk does with what comes in, on real shelves."""
