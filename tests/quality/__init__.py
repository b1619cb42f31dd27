"""The gate over reading and comparing: stories with answers, measures, floors."""
