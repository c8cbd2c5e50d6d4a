"""The servers and services of the product as supervised processes on one machine."""
