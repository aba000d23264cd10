package io.fulfillx.scanner.tracking;

/** Who carries a parcel. */
public enum Carrier {
    UPS("UPS"),
    USPS("USPS"),
    FEDEX("FedEx"),
    DHL_EXPRESS("DHL Express"),
    DHL_PAKET("DHL Paket"),
    DHL_ECOMMERCE("DHL eCommerce"),
    AMAZON("Amazon Logistics"),
    DPD("DPD"),
    ONTRAC("OnTrac"),
    LASERSHIP("LaserShip"),
    CANADA_POST("Canada Post"),
    ROYAL_MAIL("Royal Mail"),
    YODEL("Yodel"),
    DEUTSCHE_POST("Deutsche Post"),
    LA_POSTE("La Poste"),
    SWISS_POST("Swiss Post"),
    AUSTRIAN_POST("Austrian Post"),
    POSTNL("PostNL"),
    AUSTRALIA_POST("Australia Post"),
    CHINA_POST("China Post"),
    JAPAN_POST("Japan Post"),
    /** The post of a country that has no row of its own here. */
    POST("a national post"),
    /** Any: what the sender has numbered (SSCC), or where it goes. */
    ANY("any carrier");

    private final String title;

    Carrier(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }
}
