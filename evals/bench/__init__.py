"""Speed, as ratios in one run: these machines are noisy, so no figure means anything alone."""
