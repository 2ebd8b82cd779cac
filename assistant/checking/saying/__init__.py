"""What a clause can say, one module for each kind of thing said."""
