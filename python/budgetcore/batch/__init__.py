# SPDX-License-Identifier: Apache-2.0
"""Thousands of disclosures audited into a data set of Parquet files that can be queried."""
