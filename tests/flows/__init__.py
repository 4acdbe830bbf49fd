"""Whole turns through all five services, from webhook to Graph API call."""
