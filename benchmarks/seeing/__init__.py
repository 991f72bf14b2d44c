"""What the picture is held against: a solve written apart, and plain averages."""
