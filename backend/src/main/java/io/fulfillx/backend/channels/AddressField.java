package io.fulfillx.backend.channels;

/** A part of a postal address, named as people fix it. */
public enum AddressField {
    NAME,
    LINE1,
    CITY,
    STATE,
    POSTAL_CODE,
    COUNTRY
}
