"""What people read, as data: checked on the way in, the same for every room."""
