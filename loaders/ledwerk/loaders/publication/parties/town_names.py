"""Municipalities of the Netherlands and cities of Flanders by name.

Where a text only says "Heerlen" of a party, this tells that it is the municipality. Of the
Netherlands: those of 2020 and later ones (CBS, CC BY 4.0).
"""

from __future__ import annotations

from ledwerk.schema.names import fold

# What the name of a town or village looks like.
PLACE = (
    r"(?P<place>(?:'s-|’s-|Den |De |Het |Sint |Saint |St\.? |New |North |South |Great |Upper |"
    r"Lower |Port |Bad |Nieuw |Oud )?[A-ZÀ-Þ][a-zà-ÿ’']+(?:[-~][A-Za-zÀ-ÿ]+)*"
    r"(?: (?:aan (?:de|den) [A-ZÀ-Þ]\w+|op Zoom|upon [A-Z]\w+|on [A-Z]\w+|by [A-Z]\w+|Bay|City|"
    r"Harbour))?)"
)
# Where one is "op" and not "in".
ISLAND = (
    r"(?P<island>Texel|Vlieland|Terschelling|Ameland|Schiermonnikoog|Goeree(?:-Overflakkee)?|Tholen|"
    r"Schouwen(?:-Duiveland)?|(?:Noord|Zuid)-Beveland|Walcheren|Voorne(?:-Putten)?|Marken|Wieringen|"
    r"Urk|IJburg|Sint-Maarten|Cura[cç]ao|Aruba|Bonaire|Saba)"
)
_DUTCH = """
's-Gravenhage; 's-Hertogenbosch; Aa en Hunze; Aalsmeer; Aalten; Achtkarspelen; Alblasserdam;
Albrandswaard; Alkmaar; Almelo; Almere; Alphen aan den Rijn; Alphen-Chaam; Altena; Ameland;
Amersfoort; Amstelveen; Amsterdam; Apeldoorn; Appingedam; Arnhem; Assen; Asten; Baarle-Nassau;
Baarn; Barendrecht; Barneveld; Beek; Beekdaelen; Beemster; Beesel; Berg en Dal; Bergeijk;
Bergen; Bergen op Zoom; Berkelland; Bernheze; Best; Beuningen; Beverwijk; Bladel; Blaricum;
Bloemendaal; Bodegraven-Reeuwijk; Boekel; Borger-Odoorn; Borne; Borsele; Boxmeer; Boxtel;
Breda; Brielle; Bronckhorst; Brummen; Brunssum; Bunnik; Bunschoten; Buren;
Capelle aan den IJssel; Castricum; Coevorden; Cranendonck; Cuijk; Culemborg; Dalfsen;
Dantumadiel; De Bilt; De Fryske Marren; De Ronde Venen; De Wolden; Delft; Delfzijl; Den Bosch;
Den Haag; Den Helder; Deurne; Deventer; Diemen; Dijk en Waard; Dinkelland; Doesburg;
Doetinchem; Dongen; Dordrecht; Drechterland; Drimmelen; Dronten; Druten; Duiven;
Echt-Susteren; Edam-Volendam; Ede; Eemnes; Eemsdelta; Eersel; Eijsden-Margraten; Eindhoven;
Elburg; Emmen; Enkhuizen; Enschede; Epe; Ermelo; Etten-Leur; Geertruidenberg; Geldrop-Mierlo;
Gemert-Bakel; Gennep; Gilze en Rijen; Goeree-Overflakkee; Goes; Goirle; Gooise Meren;
Gorinchem; Gouda; Grave; Groningen; Gulpen-Wittem; Haaksbergen; Haaren; Haarlem;
Haarlemmermeer; Halderberge; Hardenberg; Harderwijk; Hardinxveld-Giessendam; Harlingen;
Hattem; Heemskerk; Heemstede; Heerde; Heerenveen; Heerhugowaard; Heerlen; Heeze-Leende;
Heiloo; Hellendoorn; Hellevoetsluis; Helmond; Hendrik-Ido-Ambacht; Hengelo; Het Hogeland;
Heumen; Heusden; Hillegom; Hilvarenbeek; Hilversum; Hoeksche Waard; Hof van Twente;
Hollands Kroon; Hoogeveen; Hoorn; Horst aan de Maas; Houten; Huizen; Hulst; IJsselstein;
Kaag en Braassem; Kampen; Kapelle; Katwijk; Kerkrade; Koggenland; Krimpen aan den IJssel;
Krimpenerwaard; Laarbeek; Land van Cuijk; Landerd; Landgraaf; Landsmeer; Langedijk;
Lansingerland; Laren; Leeuwarden; Leiden; Leiderdorp; Leidschendam-Voorburg; Lelystad; Leudal;
Leusden; Lingewaard; Lisse; Lochem; Loon op Zand; Lopik; Loppersum; Losser; Maasdriel;
Maasgouw; Maashorst; Maassluis; Maastricht; Medemblik; Meerssen; Meierijstad; Meppel;
Middelburg; Midden-Delfland; Midden-Drenthe; Midden-Groningen; Mill en Sint Hubert; Moerdijk;
Molenlanden; Montferland; Montfoort; Mook en Middelaar; Neder-Betuwe; Nederweert; Nieuwegein;
Nieuwkoop; Nijkerk; Nijmegen; Nissewaard; Noardeast-Fryslân; Noord-Beveland; Noordenveld;
Noordoostpolder; Noordwijk; Nuenen, Gerwen en Nederwetten; Nunspeet; Oegstgeest; Oirschot;
Oisterwijk; Oldambt; Oldebroek; Oldenzaal; Olst-Wijhe; Ommen; Oost Gelre; Oosterhout;
Ooststellingwerf; Oostzaan; Opmeer; Opsterland; Oss; Oude IJsselstreek; Ouder-Amstel;
Oudewater; Overbetuwe; Papendrecht; Peel en Maas; Pekela; Pijnacker-Nootdorp; Purmerend;
Putten; Raalte; Reimerswaal; Renkum; Renswoude; Reusel-De Mierden; Rheden; Rhenen; Ridderkerk;
Rijssen-Holten; Rijswijk; Roerdalen; Roermond; Roosendaal; Rotterdam; Rozendaal; Rucphen;
Schagen; Scherpenzeel; Schiedam; Schiermonnikoog; Schouwen-Duiveland; Simpelveld;
Sint Anthonis; Sint-Michielsgestel; Sittard-Geleen; Sliedrecht; Sluis; Smallingerland; Soest;
Someren; Son en Breugel; Stadskanaal; Staphorst; Stede Broec; Steenbergen; Steenwijkerland;
Stein; Stichtse Vecht; Súdwest-Fryslân; Terneuzen; Terschelling; Texel; Teylingen; Tholen;
Tiel; Tilburg; Tubbergen; Twenterand; Tynaarlo; Tytsjerksteradiel; Uden; Uitgeest; Uithoorn;
Urk; Utrecht; Utrechtse Heuvelrug; Vaals; Valkenburg aan de Geul; Valkenswaard; Veendam;
Veenendaal; Veere; Veldhoven; Velsen; Venlo; Venray; Vijfheerenlanden; Vlaardingen; Vlieland;
Vlissingen; Voerendaal; Voorne aan Zee; Voorschoten; Voorst; Vught; Waadhoeke; Waalre;
Waalwijk; Waddinxveen; Wageningen; Wassenaar; Waterland; Weert; Weesp; West Betuwe;
West Maas en Waal; Westerkwartier; Westerveld; Westervoort; Westerwolde; Westland;
Weststellingwerf; Westvoorne; Wierden; Wijchen; Wijdemeren; Wijk bij Duurstede; Winterswijk;
Woensdrecht; Woerden; Wormerland; Woudenberg; Zaanstad; Zaltbommel; Zandvoort; Zeewolde;
Zeist; Zevenaar; Zoetermeer; Zoeterwoude; Zuidplas; Zundert; Zutphen; Zwartewaterland;
Zwijndrecht; Zwolle
"""
_FLEMISH_CITIES = """
Aalst; Aarschot; Antwerpen; Beringen; Bilzen; Blankenberge; Bree; Brugge; Damme; Deinze;
Dendermonde; Diest; Diksmuide; Eeklo; Geel; Genk; Gent; Geraardsbergen; Gistel; Halen; Halle;
Hamont-Achel; Harelbeke; Hasselt; Herentals; Hoogstraten; Ieper; Izegem; Kortrijk; Landen;
Leuven; Lier; Lokeren; Lommel; Maaseik; Mechelen; Menen; Mesen; Mortsel; Nieuwpoort; Ninove;
Oostende; Oudenaarde; Oudenburg; Peer; Poperinge; Roeselare; Ronse; Scherpenheuvel-Zichem;
Sint-Niklaas; Sint-Truiden; Temse; Tielt; Tienen; Tongeren; Torhout; Turnhout; Veurne;
Vilvoorde; Waregem; Wervik; Zottegem; Zoutleeuw
"""


# Provinces that are called as no town is.
PROVINCES = (
    "Drenthe", "Flevoland", "Fryslân", "Friesland", "Gelderland", "Noord-Brabant", "Noord-Holland",
    "Overijssel", "Zeeland", "Zuid-Holland", "Oost-Vlaanderen", "West-Vlaanderen",
    "Vlaams-Brabant",
)  # fmt: skip
# Names that are words or regions as well.
_OTHERWISE = frozenset({"best", "waterland"})


def _listed(text: str) -> dict[str, str]:
    names = (" ".join(name.split()) for name in text.split(";"))
    return {fold(name): name for name in names if name}


_DUTCH_NAMES = _listed(_DUTCH)
_CITY_NAMES = _listed(_FLEMISH_CITIES)


def town_called(name: str) -> str:
    """The municipality of such a bare name: "Gemeente Heerlen", "Stad Gent"; empty if none is."""
    key = fold(name)
    if key in _DUTCH_NAMES and key not in _OTHERWISE:
        return f"Gemeente {_DUTCH_NAMES[key]}"
    return f"Stad {_CITY_NAMES[key]}" if key in _CITY_NAMES else ""
