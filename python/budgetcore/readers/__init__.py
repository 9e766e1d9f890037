# SPDX-License-Identifier: Apache-2.0
"""Readers of files, one a format: bytes → document, and nothing further."""
