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
fien fiona floor floris fons frances frank frans franz fred frederik freek frits gary geert
geertje
gemma geoff george gerald gerard gerben gerda gerrit gert gijs gillian ginny glenn gordon graham
greet greetje greta guido guus hamza hanna hannah hanneke hans harm harold harrie harry hasan
hassan heidi hein heleen helen helena henk hennie henny henri henriette henry herman hetty hilde
hilary houda hubert hugo ian ibrahim ica ida ien ilse imran ina ineke inge ingrid irene iris irma
isa isabel ivan ivo ivonne jaap jack jacqueline jacob jacques james jamie jan jana jane janet
janine
janneke jannie jasmijn jason jasper jean jeanette jeannette jeff jelle jennifer jenny jeroen jesse
jessica jet jill jim jo joan joanna joanne job jochem joe joep johan johanna john johnny jolanda
jon jonas jonathan joop joost jorien joris jos jose josef joseph josephine josje joyce juan judith
julia julian julie juliette jurgen jurre justin kamal karel karen karim karin karl karlijn
karolien
kate katherine kathleen kathryn katie katja kees keith ken kenneth kevin khadija khalid kim
kimberly
kirsten kitty klaas klaus koen koos kristin krijn lars laura lauren leen leendert lena leo leon
leonie lesley leslie levi lex lia lidia lidy lies liesbeth lieke lieve lilian lily linda lisa
lisette lizzy lodewijk loes loek lotte louis louise louisa luc lucas lucia lucie lucy luke luuk
lydia lynn
maaike maarten maartje machteld mahmoud malika mandy manon marc marcel marcus margaret margo
margot
margreet margriet maria mariam marian marianne marie marieke mariette marije marijke marijn marina
mario marion marit marja marjan marjolein marjolijn mark marleen marlies marloes marlou marnix
martha martijn martin martine marwa mary mathieu matt matthew matthias matthijs maud maureen
maurice
maurits max megan mehmet melanie melissa menno mia michael michel michelle michiel miep mieke mike
mila milan miranda miriam mo mohamed mohammed moniek monika monique mustafa myrthe nadia nancy
naomi natalie natasha neil nel nelleke nick nicky nicola nicolas nicole nico niek niels nienke
nigel
nina noor nora norman olaf olga olivia oliver omar onno oscar pamela pascal pat patricia patrick
paul paula pauline peggy peter petra philip philippa pia pien pierre piet pieter pim pleun polly
priya quinten rachel rachid raj ralph ramon ray raymond rebecca reinier reinout remco remko rene
renee renske ria richard rik rina rita rob robbert robert robin roel roelof roger roland rolf ron
ronald roos rosa rosemary rosie roy ruben rudi rudolf rupert ruth ruud ryan sabine said sally sam
samantha samir samira samuel sander sandra sanne sara sarah saskia scott sean sebastian selma
serge
shirley siem sietske sigrid silvia simon simone sjaak sjef sjoerd sjors sofie sonja sophia sophie
stan stefan stella stephanie stephen steve steven stijn stuart sue susan susanna susanne suzan
suzanne sven sylvia tamara tara ted teresa teun theo theodoor theresa thea thijs thomas tim timo
tina tineke titia tjeerd tjitske tobias tom tomas ton tonny toon tracey trees truus twan ursula
valerie vera veronica victor victoria viktor vincent virginia vivian wallace walter wanda wendy
werner wes wiebe wil wilbert wilfred wilhelmina will willem willemijn william wilma wim wout
wouter
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
abby adrie agneta ailsa aimee alain alana alba alec alena alessandra alessandro alexandre alexia
alexis alfons alicia alina alisha allan allison aloys alwin amal amandine amir anais andres andy
aneta angelique angelo anjo annabel annabelle annechien annefleur annegien annegret annejet
anneleen annelien annelijn annelore annemie annemijn anneriet annick ans antje antonia anuradha
archie arco ardi ariel arjanne arjenne arlette armand armin arun arwen asif aubrey audrey
augustinus aurelie aysegul aysel azra baharak bartel bartholomeus bartjan bastian becky benedict
benno benny berit bernice berry berthe berto bertram bieke bill billy birgit boaz bodil bonnie
brad brechje brecht brechtje brendan brent bridie broos bryan bryn brynn caleb callie calvin
cameron candice cariene carin carlos carol carole caspar catalina catarina catharina catherine
catriona cecile cecilia celeste celine cem cemal chahida charlie charly chiara christiaan
christiane christien christy cilla cindy clair clare clarissa claude claudine clemens clifford
clint clio colette colleen constantijn coosje cora cordula corne cornelia cornelie cornelus corry
cosima crispin cristina cyril dagmar damien danae daphna darcy daria dario darryl davey davy
deanna debby deirdre delia denis derk desmond devin dewi diederick dieter dietrich dimitri dina
dini dirkje djamila dolf dolly donal donny doortje dora dorien dorinda dorte dorthe dorus driek
dries duncan dunja dustin dwight dymphna eamon eamonn ebru eddie edgar edie edo eduard egbert
eilidh eimear elaine elba eleni eleonora elfriede elies eliza ellemijn ellie elliot elliott ellis
elsbeth elsemieke elsje elspeth elvira elwin emanuel emiel emile emilie emina emmanuel emmeline
enda engbert ennio enrico eoghan epke erdem ernest ernie erol ersin ertan esme etienne etta eugene
eugenie eunice evan evelijn everdine evie ewout ezra fahima faisal fanny farid farida faridah
fatiha fay febe felicity feline felix femmie fenna fenne ferry fester fieke filip finlay finley
finn fintan fleurtje floortje florence florian florine fokko fraukje freda fredrik frida fridolin
frieda friederike friso fulco gabby gabriel gabriela gabrielle gaby gavin gawein geartsje geerte
geeske geke genevieve georgia georgina gera geralt gerco gerd gerhard gerie gerlach gerlof germa
germain gerrie gerrieke gerry gertie gertjan gertrude gerwin giel gilbert gilles gino giovanni
gisela gitte giuseppe glen glenda gloria godelieve godfried goedele gosse grace gracia graeme
grahame grainne grant greg gregory gretel gretha grietje griffith guillaume gulsen guss gwendolyn
gwyneth hadewych hafid hafsa haico hakan hakim hamid hanan hannes hansje harald haroon harriette
harro harun harvey hatim hayley hazel heather hector hedda hedi heidrun heike heiner heino
heinrich helma helmut hendrik hendrika herma hermien herwin hester hettie hilbert hilco hilda
hillie hind hiske holger holly horst howard hubertus hugh hylkje ibtissam ico idris ieuan ignace
igor ilana ilham ilona ilyas imelda imogen indra inez ingeborg inger inigo innes iona irena irenka
irfan irmgard irving isaac isabeau isabelle isbrand ishbel isobel isra itamar ivana ivar ivor
izaak jaapjan jacky jaco jacobien jacobus jacomijn jade jaime jair jake jaleesa jamal jamila
jamilla janna jannes jannet jannetje jannigje jannik jantje jappe jarl jarmila jarrod jasmina
jasmine jay jayne jeffrey jel jeltje jemma jenna jeremy jerome jerry jes jesper jess jettie jetty
jikke jilles jimmy jitske joachim joanneke joaquin jocelyn jochen jody joeri joey jolande jolanthe
jolene jonah joni jonne joos jop jordan jordi jordy josee josefien josephien joshua josiah josine
joy joze jozef jozefien judy jules juliet julius jun june jurriaan jurrien justus jutta kader kaj
kaja kari karlien karsten kasia kasper katarina katelijne katharina kathelijne kathy katinka
katrien katrijn katrin kay kaya keira kelly kelvin kenny kerry kerstin kieron kiki kirstin kjell
klaartje koenraad koosje krista kristel kristiaan kristian kristina kristof kristoffer krystyna
kurt kyle kyra lachlan laetitia lambert lammert lara larissa laurence laurens laurent laurie
lavinia lea leah leanne lenie lennard lenneke lenny leonard leonardo leonora leontine leroy
letitia lewis leyla lien lieneke liese lieselotte liesje lilianne lilith lilla lina linde lindsay
lindsey linette linnea lisanne lisbeth lise liselotte liss liv livia liza lizette lizzie lodi lois
lola loraine lorenzo loretta lori lorna lorraine lotta louella lourdes lourens lowie luca luciana
lucienne lucinde luisa luit lukas luna luth lyn lyndsey mabel madelief madelon madelyn mads magda
magdalena maggie mahdi maia mairead maite malcolm malou malte manfred manja mannus manou manuel
manuela marcella marcelle marcia marco mareike marga margaretha margit margje mari marica marielle
mariken marilyn marinus mariska marisol marissa marita marius marjet marjo marjorie marko markus
marlene marlon marnie marrit marsha marta marteen marthe martina marty marvin marwan maryam mascha
massimo mathias mathijs mathilda mathilde matilda mats matteo matthieu maura mauro maxim maxime
maxine maya mechteld mees meike meindert meine meinte melchior melle melvin menke menso meredith
merijn merit merlin meryem metin michaela michal michele mick micky mien miguel mikey mikkel
milena millie milly milou mina mindert mineke minnie mira mireille mirella mirjam mirjana mirko
miroslav mitchell moad modesta moh mohammad mona monica moreno morgan moritz muhammad muna murat
murdo muriel murray mustapha myra myriam myrna myrte naci nadine nadja najat najib nanda nanette
nanne nannette nardo nasser natalia natascha nathalie nathan nathaniel neal nele nelis nella
nellie nessa nettie nia niall niccolo nicholas nicki nicolaas nicoletta nicolette nihal niki
nikita nikki niklas nikos nine nisha noa noah noel noelle noemi nolan norbert nordin noreen norma
nour nourdin nouria nuala nuno nuria octavia odette odile oeds olav olivier olof omer oonagh orla
orlando osama otis otto paddy paige palle paolo pascale pasquale patrice patrizia patsy paulette
paulina paulo paulus pedro peer penelope penny petar petrus peyton phil phillip phoebe pieta
pieterjan pieternel pietje piotr pippa poppy preben primo prisca prosper raf rafaela raffaele
rahma raimond raimund ralf ramona ramses rana randy rania raoul raphael raquel rasmus raul rayan
rebekka recep reem reggie regina reijer reind reinder reinhard reinhilde reinilde reinoud renaat
renate renato reno ressa rhiannon rhoda rhona rian rianne riccardo richelle rick ricky rico riek
rieke rien rienk rikkert rimke rini rinke rinse rinus riyad roan roanne robbie robby roberta
roberto robrecht rocco rochelle roderick rodney rodrigo roeland roelf roelfien roelie roeltje
rolanda rolien rolinda romain roman romana romee romeo ronan ronda ronnie rory rosalind rosalinde
rosamund rosanne rose roselien roseline rosemarie roshan ross rowena roxanne rubin ruby rudy rune
russell ryanne sacha sadie safae safia salih salim salma salome salvatore sammy sandor sandrine
sandy sanja sanna santi sarai sarina sascha saul savannah sawsan sebastiaan sefa sem semra senna
seppe serena sergei sergio servaas seth seyma shane shannon shanti shaun sheena sheila shelley
sheryl shireen shona sidonie siebe siebren sieger siegfried sierd sietse sietze sigrun sikko silas
silvan silvana silvester silvio simen simonne sina sinead sinem siska sita sjaan sjanie sjoerdtje
sjon soledad soleiman solveig sophieke soraya souad soufiane sri stacey stacy stanley steffen
steffie steinar sten steph stephan stephane stewart stien stine struan sufyan suleyman sunil
susanneke susi susie suze suzette suzy svetlana swen syb sybe sybrand sylvain sylvester sylvie
sytse sytze tabitha taco tahir takis tamar tamas tammo tania tanya tarek tasha tatiana taylor
teddy teije temmy terence teresia terry tess tessa teunis thaddeus thalia thed theda thelma
theodora therese theresia thierry thijmen thom thomasina thorsten tia tiemen tiffany tijmen tijn
tijs tilda tilly timon timothy tini tinus titus tjaart tjalling tjarda tjark tjeu tjibbe tjits
tobi toby todd toine tomek tommaso tommy toni tonia tonke tonnis tony torben tracy trevor trijn
trijnie trix trixie truce truda trudie trudy trui truida tugba tugce tycho tyra ubbo ugo ulf
ulrich ulrik ulrika una urbain urs uwe valentijn valentina valentine valeria vanessa vasco vaughan
velma verena verona veronique vic vicky victorine vigdis viggo vikas viola violette virginie vita
vivianne vivienne vlad vladimir vonne vroni walther waltraud wannes wasim wayne wencke wende
wendelin wendeline wesley wessel whitney wiebren wieger wieke wiel wieneke wiger wijbe wijbrand
wijnanda wilbur wilco wilfried wilhelm wilhelmien wilhelmus wilke willemien willibrord willy
wilmer winand winfried winifred winnie winston wiro wobbe wolfgang wolter wouke wubbe wubbo wyb
wybe wynne xavier xaviera yana yannick yara yasmijn yasser yassin yassine yentl ylva yoeri yolanda
yoni yorick youp youri youssra yuri yusra yves yvo zachary zakaria zara zena zita zlata zohra
zoltan zoran zuhal zulma zwaantje
neale dyfrig llinos iwan alwen rhun aled dilwyn annwen catrin lowri eleri geraint emyr hywel alun
ifan osian elin nerys gethin merfyn eurof
aagje aart abbas abena adebayo adela adele adelheid adnan agatha agnieszka ahmet aine aisling
akram alasdair albertine alberto aleksandra alexa alfonso alie aliya allard ambroos amelie amin
amit amrita andras andrej andrzej aneurin angelica angelina angharad anielle anique anisha anissa
annemarijn anniek ansje anthonie antonella antonie aoibhe aoibheann ariadne ariana arjo arlene
arnaud arne arnout artur arvid asha ashley ashok asma atilla avril ayesha aylin azad aziz aziza
babette bahar baldev balkan barney bartek bartolomeus basil bassam batoul beatrijs benedikt benita
benoit berdien berendina bernadet bernardo bernd berta berthold bessel betsy bettina beverley
bhavna biruta blaise blanche bo bogdan boukje branko bregje brid brigid brigit britta bronagh
bryony calum caoimhe carine carrie carsten cassandra cathal catherina cathleen cedric celia cerys
chaim chantalle charlene chidi christianne christoph christophe chrystel cian ciaran cillian claas
claudio clement clementine coby coleen coleta conall coralie corina cormac corneel corrie cyriel
dafne dafydd dalia daniela daniele darius darragh daryl dawid deepak denice denys derval detlef
devi dieneke dilip dimitrios dineke dingeman dinie dionne dolores domenico dominik donncha doriene
dorine doro dorota duygu dympna ebbe edda edina edmond edna eduardo eefke eelke egon elias elif
elina elisabet elisabeth elize elma elodie eloise emelie emil emilia emrah enno enrique ercan
erdal erhan erin ernestine errol esteban estelle ester ethel eveline evi ewa ewald ewoud fabian
fabienne fabio fares faruk fedde federico felicia femi ferdi fergal fidel filippo fionnuala firat
foekje fouad francesca francesco franciska francois francoise freddie freddy frederic frederica
frederick frederique freerk frouke froukje gabor gabriele gaston geertruida geoffrey georges
gerallt gerbrand gerhardus germaine gerolf ghislaine giles gillis giorgio giovanna giselle gitta
gizem glynis gonnie goran govert gregor grete guilherme gunther gurdeep gurpreet gustaaf gustav
guy hannelore hannie hanny harinder harmen harpreet hartger hedy heinz hella helle hemmo hendrikje
hendrina hermione herwig hilaire hilke hinke hiroshi horace hortense huib huibert hulya humphrey
ieke ihsan ilias ilya iman imre inna ioan ioana iolo irina isabella ismail ismet istvan jacek
jacinta jackie jacomien jacqui jakob jakub janette janica janice janina janne janny janus janusz
jaroslav javier jeanine jeannine jef jennie jeremiah jip joao jodie johann johannes joke jolanta
joline jorge jorik jorn jorrit josette josien juanita juergen juliana julien jurjen justine kamil
kamila kanwal karima karla karst kaspar katarzyna kathelijn katrina kayleigh kennet khaled klara
kobe konrad kristien krzysztof kubra ladislav lambertus latifa laurine leandra leela leif lejla
leni leticia letty lian liana libby lidwien liesbet lieuwe lila liliane lilly linh lloyd lode
loredana lorena lothar lou louk lucien ludmila ludo ludovic ludwig luis lukasz lut luuc lynda
lynette lynne maaret maciej maeve magali mahmut maik maike malgorzata manoj marcello marcin marek
margareth margarita marguerite mariaan mariana marianna mariateresa maribel mariel marija marika
mariola maris marjanne marjon marlijn martje maruska marzena mateusz mattias mauricio maximilian
mehdi meinou melinda melis melisa mercedes micha michalina mihai mika mikhail miklos milica mimi
mirja mirna mladen mohamad mostafa muhammed myles nabil nadeem naima narinder natasja nazan
neeltje nenad nermin nesrin ngozi nicoline nikolai ninke noora nuray ogbonna oisin oleg olena onur
orhan oskar owain ozan ozlem pablo padma padraig parveen patricio patrik patty pavel pawel pepijn
perry petros philippe phyllis pier prakash pravin przemyslaw queenie quentin quincy quirijn rabia
rachael rachida radka radu rafal ragna rahul rainer randall ranjit reamonn reemt reint rembrandt
remi remy renata renger renilde renzo reza rhian rhonda riekje rieks rikus riva robyn rodger
roelofje rolinde rolinka ronny roosje rosario roselyn rosita ruairi rufus ruslan sabina sabrina
sadik saeed sahar sakina salah salman samina samson sandro sanjay sanneke scarlett seamus sebnem
selim selina seonaid severine shabana shabnam shaheen shahid sharda sharon shauna shawn sheetal
sherif shirin shreya sidney sieb sies sijbrand sijtse simeon simona slavko solange sonia stanislaw
stef stefania stijntje stina sukhdeep sumaya susana susann suus suzanna svein sybille szymon
tadeusz talitha tarik tatjana terri teuntje theodore thera theres tiago tieneke tine tinie tjerk
tonie tonja trude trudi tuncay tunde turlough tymen ugur ulli umberto valentin vanja vasilis vijay
vilma vincenzo volkan volkert walid waling wassim wenda wiert wiktor wilf wilko willie wilmar
wineke wobke wojciech xandra yannis yasemin yasin yde ykje ymke yolande yuki yunus yusef yvon
zahra zbigniew zdenek zdenka zeki zofia zuzana
abiodun adaeze adalbert adeola aditi adwoa aeron age ailbhe ainsley akash akosua alannah aleid
aleida aleksander alida ally alwyn alyssa amadou amara ananya ankie annelou annerie annigje anouck
ansfried anthea anya aodhan arabella arash arvind arwel arzu asad aurore ava avi avraham azadeh
babatunde bahadir bahram bairbre balwinder bartosz basma baukje bavo beata beau becca behnaz bella
bertie bethan bev bharat birgitte blair bogumila bouwe breda brianna brit bronwyn burhan byron
cailean cait caitriona camiel carly carmel carwyn cathelijne cecily ceinwen cengiz ceri chandra
chandrika charis cheng cheryl chetan chiamaka chidinma chinedu chrissie christelle chukwu ciska
claartje clodagh cody colm con coos cordelia corrien corrina corrine cosmin curtis daire dalton
dana danitsja danuta dara davina dean dearbhla deepa deepika delroy delyth derick dervla dev
dharma diarmaid diarmuid diego dieuwertje dimphna dirkjan divya dorian dorothea dorothee doutzen
drew eadaoin edita eef efua eibhlin eifion eirian eirlys eithne ekaterina elan elfed elfi elia
eliane elisha elizabet eloy elselien elton eluned emeka emer emir emlyn enfys enya erna essa essie
estella euan everdien ewelina ewen eyup farhan farooq farouk farrokh farzana fatou fatoumata faye
fedor ffion fiachra fikret finbar finbarr finola fionn flip folake foppe francien francine francis
franka frankie franklin frederike fritz fulya gabriella gail garry gaurav gearoid geerten gellof
georgette gerti gesina ghada ghislain gijsbert ginette gita glenys gobnait goele gonny gopal
goronwy gruffydd grzegorz gulay gunter guylaine gwenan gwenda gwenllian gwilym gwyn gwyndaf habib
hafiz halima halina hanane hardeep harish hasna haukje heimen heledd heleni henrike hermine
heulwen hiltje hubrecht hussein ibe iefke iep iepe iestyn ieva ifeoma ignatius ike ilka ilone
imane immanuel imtiaz indira ioannis iorwerth isadora isaura iseult ishaan ismay ita ivy iwona
jaantje jacolien jadwiga jagdeep jaimie jakko janbert janke jannick jantien jared jarlath jasmien
jaspreet javed jawad jeannot jelena jelger jelka jente jeroom jerzy jette jinte jitka joana jochum
jodi johanneke johny jolie jonna joram jorg jorieke jorine jozefa jozien judie julienne julika
junior juri justyna kaat kabir kadir kambiz karlo karolina kasim katelijn kathrin katleen katty
katy kaushik kavita kayla keano keanu kehinde keiran kelsey kemi kenji kenza keziah khalil kiara
kinga kiran kishore klaar klaasje klazien klazina koenie koert kofi kojo korrie kris krishna
kristie kristl krystian kuldeep kunle kwabena kwaku kyara lakshmi lasse lauke laurena laurien
leander lech leigh lenka leopold lesly leszek letje lidewijde liesl lieven lilia lindy linus
lisbet liselot lize ljubica llewelyn llyr lorcan lore lorenz lotje lowell lucian lucille ludovica
ludwina luitzen luka lyanne lysanne lysbeth lyse maarje mackenzie madhu maeike maha mahesh mair
maire mairin maja majid maksim malachy mali malik malin malina mamadou manish manjit manolo manus
mara marcela mared margaux marged margie margien margreeth marietje marike marilou marin marisa
marise mariusz marjoke marjolien marlin marlous martien martyn masha masja mateo mathew mathis
maudy mauke mavis mayke meagan mechtild meena meera meeuwes mehrdad meijke meinir meint meirion
melina mena menna meriam merle merve mervyn meta meurig micheal mieczyslaw mijntje milo mimoun
minne miroslaw mitch modestus mohan monty morna morven morwenna moshe moussa muhammet muireann
mukesh murdoch myfanwy mylene nadira naeem naoise nasreen nasrin naveed naveen nazli neda neeraj
neha nena nesrine neville nicolet nigella nihad nikhil nikola nima nini nirmala nitin nkechi
noelia noirin norah nordine noud nyree oane obinna oda oene ogechi okke ollie olumide omid oona
orlagh orlaith osei ouafa ousmane ozgur padraic panagiotis pankaj parisa parminder parviz pascalle
pauwel payal peadar pearl percy perrine petronel philomena pieternella pinar pleuni pleuntje pooja
prabha prem pria priyanka pryderi przemek quintijn rachna radha radj raghav raimo rajan rajesh
rajinder rajiv rakesh ramazan ramesh ramin randa rani ranjan rashid rashida rashmi raymonde reanne
rebekah reda regula reijnder rein rembert remmelt remmert reyhan rhea rhianwen rhodri rhydian
rianca ricarda richel richell rieneke rietje rikste rinnie rishi ritu rizwan robbin robine roderik
rodi roelina roemer rohan rohit rokus roline romke roopa roselinde rosemarijn rosette roshni
roswitha rosy rowin roya royston rozemarijn ruaraidh ruaridh rubina ryszard saar sabri sachin sade
sadhbh saeid sahra saleh salima salwa samuelle sanae sandeep sangita saniye sanjeev santje santosh
saoirse satnam savas seda seema sefanja segun selin selwyn semih senne seosamh serdar serkan sevgi
sewdien shafiq shahram shakira shanice shanna sharmila shazia shilpa shivani shyam sib sibel
sibren siddharth siddhartha sieds siegrid sien sigi sil sile simran sineadh siofra sion sioned
siubhan siwan sjouke slawomir smita soeradj solomon sonal sonny sorcha soumaya souraya stanny
steffi sukhvinder suleiman suman sunita suresh surinder swaran swati sybilla sylvana sylwia symen
syreeta tadhg tamika tamsin tamsyn tanvi tarquin tatum tavish tayo tegwen teis tekla temi teo tera
tessel theun thibault thibaut thies thirsa tiana tijl tiko timen timme tjaard tjalke tjebbe tjitte
toke tomos toralf torquil tosca treasa treesje trefor triona tudor tudur tunji turgay tyrone uche
uma urszula usha usman vaiva val vandana varun vibeke vikram vince vinod violet viv viveca vivek
waldemar walt ward warner warre weia wendela wibo widad wies wieslaw wieteke wietske willemina
willemine winfred winny wub wyger xenia yael yaser yasmine yassir yavuz yaw ybe yesim yke ymkje
yoran yorrick younes yousef ysbrand zahid zain zanna zdzislaw zoey zsofia zubair zuleika zwanet
"""
GIVEN_NAMES = frozenset(_NAMES.split())


def has_given_name(name: str) -> bool:
    """Whether a name begins with a given name of the list, also as part of "Anne-Marie"."""
    first = fold(name).replace("-", " ").replace("'", " ").split()
    return bool(first) and first[0] in GIVEN_NAMES
