#!/usr/bin/env python3
"""Points of the unscrambled Sobol sequence from SciPy (Joe & Kuo's new-joe-kuo-6), as 32-bit numbers: writes sobol.json beside this file."""
import json, os, warnings
import numpy as np, scipy
from scipy.stats import qmc
warnings.simplefilter('ignore')
x = qmc.Sobol(160, scramble=False, bits=32).random(1025)
rows = [1, 2, 3, 5, 31, 100, 511, 1024]
dims = [0, 1, 2, 3, 7, 20, 64, 100, 159]
out = {'scipy': scipy.__version__, 'rows': rows, 'dimensions': dims, 'points': [[int(x[r, d] * 2**32) for d in dims] for r in rows]}
with open(os.path.join(os.path.dirname(__file__), 'sobol.json'), 'w') as f:
  json.dump(out, f, indent=1); f.write('\n')
