"""The question in pandas. Argument: the file."""

import sys

import pandas

records = pandas.read_csv(sys.argv[1], usecols=["period", "partner", "flow", "value"])
mexico = records[records["partner"] == "MX"]
signed = mexico["value"].where(mexico["flow"] == "export", -mexico["value"])
for year, balance in signed.groupby(mexico["period"].str[:4]).sum().items():
    print(year, balance)
