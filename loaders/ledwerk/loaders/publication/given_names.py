"""Given names that are common in Dutch and English texts.

Only used where the shape of a name decides nothing: "Piet Jansen, Tata Steel" has two that look
alike. Whoever is not on this list is found by where he stands.
"""

from __future__ import annotations

from ledwerk.schema.names import fold

_NAMES = """
aad abdel abdul abe achmed adam ad ada adriaan adrian adriana afke agnes ahmed aisha alan albert
alex alexander alexandra ali alice alison amanda amber amina amy an ana anand andre andrea andreas
andrew angela anil anita anja anjali anke ann anna anne anneke annelies annemarie annemiek annet
annette annie anouk anthony anton antoine antoinette antonio arend ariane arie arjan arjen arno
arnold arthur astrid aukje ayse barbara barry bart bas bastiaan beatrice ben benjamin bep bernard
bert bertus beth betty bianca bilal bob boris bram brenda brian bridget britt bruce bruno camille
carel carl carla carlo carlijn carmen carola carolien carolina caroline carolyn casper cathy cees
charles charlotte chantal chloe chris christa christel christian christina christine christopher
claire clara claudia coen colin connie conny cor corine corinne cornelis craig cynthia daan daisy
damian dan daniel danielle danny dave david dawn deborah debbie denise dennis derek desiree diana
diane dick diederik dirk dominique donald donna doris dorothy douglas durk ed eddy edith edward
edwin eefje eelco ellen elena eline elise elizabeth elke ella elly els elsa emily emma emmy eric
erica erik erika ernst erwin esmee esther eva evelien evelyn evert fatima fatma femke ferdinand
fien fiona floor floris fons frances frank frans franz fred frederik freek frits gary geert geertje
gemma geoff george gerald gerard gerben gerda gerrit gert gijs gillian ginny glenn gordon graham
greet greetje greta guido guus hamza hanna hannah hanneke hans harm harold harrie harry hasan
hassan heidi hein heleen helen helena henk hennie henny henri henriette henry herman hetty hilde
hilary houda hubert hugo ian ibrahim ica ida ien ilse imran ina ineke inge ingrid irene iris irma
isa isabel ivan ivo ivonne jaap jack jacqueline jacob jacques james jamie jan jana jane janet janine
janneke jannie jasmijn jason jasper jean jeanette jeannette jeff jelle jennifer jenny jeroen jesse
jessica jet jill jim jo joan joanna joanne job jochem joe joep johan johanna john johnny jolanda
jon jonas jonathan joop joost jorien joris jos jose josef joseph josephine josje joyce juan judith
julia julian julie juliette jurgen jurre justin kamal karel karen karim karin karl karlijn karolien
kate katherine kathleen kathryn katie katja kees keith ken kenneth kevin khadija khalid kim kimberly
kirsten kitty klaas klaus koen koos kristin krijn lars laura lauren leen leendert lena leo leon
leonie lesley leslie levi lex lia lidia lidy lies liesbeth lieke lieve lilian lily linda lisa
lisette lizzy lodewijk loes loek lotte louis louise louisa luc lucas lucia lucie lucy luke luuk
lydia lynn
maaike maarten maartje machteld mahmoud malika mandy manon marc marcel marcus margaret margo margot
margreet margriet maria mariam marian marianne marie marieke mariette marije marijke marijn marina
mario marion marit marja marjan marjolein marjolijn mark marleen marlies marloes marlou marnix
martha martijn martin martine marwa mary mathieu matt matthew matthias matthijs maud maureen maurice
maurits max megan mehmet melanie melissa menno mia michael michel michelle michiel miep mieke mike
mila milan miranda miriam mo mohamed mohammed moniek monika monique mustafa myrthe nadia nancy
naomi natalie natasha neil nel nelleke nick nicky nicola nicolas nicole nico niek niels nienke nigel
nina noor nora norman olaf olga olivia oliver omar onno oscar pamela pascal pat patricia patrick
paul paula pauline peggy peter petra philip philippa pia pien pierre piet pieter pim pleun polly
priya quinten rachel rachid raj ralph ramon ray raymond rebecca reinier reinout remco remko rene
renee renske ria richard rik rina rita rob robbert robert robin roel roelof roger roland rolf ron
ronald roos rosa rosemary rosie roy ruben rudi rudolf rupert ruth ruud ryan sabine said sally sam
samantha samir samira samuel sander sandra sanne sara sarah saskia scott sean sebastian selma serge
shirley siem sietske sigrid silvia simon simone sjaak sjef sjoerd sjors sofie sonja sophia sophie
stan stefan stella stephanie stephen steve steven stijn stuart sue susan susanna susanne suzan
suzanne sven sylvia tamara tara ted teresa teun theo theodoor theresa thea thijs thomas tim timo
tina tineke titia tjeerd tjitske tobias tom tomas ton tonny toon tracey trees truus twan ursula
valerie vera veronica victor victoria viktor vincent virginia vivian wallace walter wanda wendy
werner wes wiebe wil wilbert wilfred wilhelmina will willem willemijn william wilma wim wout wouter
xander yasmin yasmina yvette yvonne youssef yusuf zainab zeynep zoe gwen rhys owen dylan gareth
huw sian emrys angus callum ewan fraser hamish iain isla kirsty mairi morag niamh siobhan aoife
ciara declan eoin fergus aidan liam conor dermot roisin lennart bjorn anders astrid ingrid karin
lars magnus mikael nils ola per sofia jens soren mette kirsten hanne henrik morten jorgen ulla
aafke aaltje abigail adriaantje afra aiden aileen akke alastair aletta alfred alistair alma amelia
amira anastasia andries aniek anneloes annemieke annika arnoud attila auke aukelien aurelia axel
ayaan barend bea bente berber berend bernadette bertil boudewijn bouke brigitte bronwen burak
caitlin carina ceren clive cobie constance danique daphne darren delphine demi dieuwke dinah
dominic doreen douwe edmund eileen eleanor elisa elmar elske emine emre enid esra fadi farah fatih
feike fleur fokke folkert frauke freya fynn gea geraldine gerdien gideon gina giulia gonda griet
hajar halil harriet hatice hedwig heiko helga herbert hessel hidde hielke hylke ilja imke ingmar
isolde jacco jacintha jacoba jantine jarno jeanne jelmer jelte jenneke jetske jildou jiska joelle
jolien jolijn josie keimpe kemal kieran klaske kwame laila lana layla leila leontien lianne
lidewij lieselot lionel lis lucinda madeleine maren mehtap merel merlijn minke mirte mirthe moira
molly mounir nelly noortje noura nynke osman paulien petronella piers priscilla quirine rafael
ravi reina rens ricardo riemer rinske roald roelien rogier romy ronja rosalie rowan rutger sadia
saida sevda silke sinan sipke sjoukje stefanie sude svenja sybren tanja tariq thirza tieme tomasz
tonnie toos trijntje tristan tygo ulrike umut veerle wendelien wiebke wietse wijnand willeke
yildiz zehra
"""
GIVEN_NAMES = frozenset(_NAMES.split())


def has_given_name(name: str) -> bool:
    """Whether a name begins with a given name of the list, also as part of "Anne-Marie"."""
    first = fold(name).replace("-", " ").replace("'", " ").split()
    return bool(first) and first[0] in GIVEN_NAMES
