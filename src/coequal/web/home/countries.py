"""The names of the countries that the page of help knows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNTRIES: Final[Mapping[str, Promise]] = MappingProxyType(
    {
        "AR": _("Argentina"),
        "AT": _("Austria"),
        "AU": _("Australia"),
        "BE": _("Belgium"),
        "BG": _("Bulgaria"),
        "BR": _("Brazil"),
        "CA": _("Canada"),
        "CH": _("Switzerland"),
        "CL": _("Chile"),
        "CO": _("Colombia"),
        "CY": _("Cyprus"),
        "CZ": _("Czechia"),
        "DE": _("Germany"),
        "DK": _("Denmark"),
        "EE": _("Estonia"),
        "ES": _("Spain"),
        "FI": _("Finland"),
        "FR": _("France"),
        "GB": _("United Kingdom"),
        "GR": _("Greece"),
        "HR": _("Croatia"),
        "HU": _("Hungary"),
        "IE": _("Ireland"),
        "IN": _("India"),
        "IT": _("Italy"),
        "JP": _("Japan"),
        "KE": _("Kenya"),
        "KR": _("South Korea"),
        "LT": _("Lithuania"),
        "LU": _("Luxembourg"),
        "LV": _("Latvia"),
        "MT": _("Malta"),
        "MX": _("Mexico"),
        "NL": _("Netherlands"),
        "NO": _("Norway"),
        "NZ": _("New Zealand"),
        "PE": _("Peru"),
        "PL": _("Poland"),
        "PT": _("Portugal"),
        "RO": _("Romania"),
        "SE": _("Sweden"),
        "SG": _("Singapore"),
        "SI": _("Slovenia"),
        "SK": _("Slovakia"),
        "TR": _("Türkiye"),
        "TW": _("Taiwan"),
        "UA": _("Ukraine"),
        "US": _("United States"),
        "ZA": _("South Africa"),
    }
)
"""By ISO 3166 code."""
