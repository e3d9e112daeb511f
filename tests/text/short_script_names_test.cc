#include "text/short_script_names.h"

#include <catch2/catch.hpp>

namespace wegwijs {
namespace {

TEST_CASE("names that only the script sees are short, those of properties and of others stay", "[text]") {
  CHECK(with_short_names("export function open(path){const found=path.found;return document.open(found);}\n") ==
        "export function open(b){const a=b.found;return document.open(a);}\n");
  CHECK(with_short_names("import{one}from'./one.js';import two from'./two.js';const three=one(two);\n") ==
        "import{one}from'./one.js';import two from'./two.js';const a=one(two);\n");
  CHECK(with_short_names("export const first=1,second=2;const third=first+second;\n") ==
        "export const first=1,second=2;const a=first+second;\n");
  CHECK(with_short_names("export const{first,second}=all;const third=first+second;\n") ==
        "export const{first,second}=all;const a=first+second;\n");
}

TEST_CASE("a name that is a key too is written beside its short one", "[text]") {
  CHECK(with_short_names("export const a=(page)=>({page,'b':page});\n") == "export const a=(b)=>({page:b,'b':b});\n");
  CHECK(with_short_names("export const a=({page=1,lines:{shown}})=>page+shown;\n") ==
        "export const a=({page:c=1,lines:{shown:b}})=>c+b;\n");
  CHECK(with_short_names("export function a(list){for(const{page}of list)go({page:page});}\n") ==
        "export function a(b){for(const{page:c}of b)go({page:c});}\n");
  CHECK(with_short_names("export const a={get(key){return key;},set:1,*each(key){yield key;}};\n") ==
        "export const a={get(b){return b;},set:1,*each(b){yield b;}};\n");
}

TEST_CASE("names whose blocks do not meet are the same short one, names of one block are not", "[text]") {
  CHECK(with_short_names("export function a(one){return one;}export function b(two){return two;}\n") ==
        "export function a(c){return c;}export function b(c){return c;}\n");
  CHECK(with_short_names("export function a(one){return(two)=>one+two;}\n") ==
        "export function a(b){return(c)=>b+c;}\n");
  CHECK(with_short_names("export function a(one){{let two=one;go(two);}{let three=one;go(three);}}\n") ==
        "export function a(c){{let b=c;go(b);}{let b=c;go(b);}}\n");
}

TEST_CASE("a short name is none that the script uses as it is, and no word of the language", "[text]") {
  CHECK(with_short_names("export function one(two){return a(b,two.c);}\n") ==
        "export function one(d){return a(b,d.c);}\n");
  std::string script = "export function f(){const name0=0";
  for (int number = 1; number < 3000; ++number) script += ",name" + std::to_string(number) + "=0";
  const std::string short_script = with_short_names(script + ";}\n");
  CHECK(short_script.find(",aa=0") != std::string::npos);
  for (const char* word : {"as", "do", "if", "in", "of"})
    CHECK(short_script.find("," + std::string(word) + "=0") == std::string::npos);
  CHECK(short_script.find("name") == std::string::npos);
}

TEST_CASE("a name that is also used out of reach of its declarations stays", "[text]") {
  CHECK(with_short_names("export function a(){const name=1;return name;}go(name);\n") ==
        "export function a(){const name=1;return name;}go(name);\n");
  CHECK(with_short_names("export const a=(event)=>event.key;export const b=()=>event;\n") ==
        "export const a=(event)=>event.key;export const b=()=>event;\n");
  CHECK(with_short_names("export const a=({root=document})=>root;\n") == "export const a=({root:b=document})=>b;\n");
}

TEST_CASE("what a script that is no module declares outside all braces stays", "[text]") {
  CHECK(with_short_names("function open(path){return path;}const kept=open(1);\n") ==
        "function open(a){return a;}const kept=open(1);\n");
}

TEST_CASE("methods, fields, labels and cases keep their names", "[text]") {
  CHECK(with_short_names(
            "class Reader{place=0;get more(){return this.place;}take(count){return count*2;}}export{Reader};\n") ==
        "class Reader{place=0;get more(){return this.place;}take(a){return a*2;}}export{Reader};\n");
  CHECK(with_short_names("export function a(value){switch(value){case value:{go(value);}}}\n") ==
        "export function a(b){switch(b){case b:{go(b);}}}\n");
  CHECK(with_short_names("export function a(one){outer:for(;;){break outer;}return one?outer:one;}\n") ==
        "export function a(b){outer:for(;;){break outer;}return b?outer:b;}\n");
}

TEST_CASE("a block without parentheses before it is none of names and values", "[text]") {
  CHECK(with_short_names(
            "export function a(box){try{box.go();}catch{box.open=1;}finally{box=2;}do{box=3;}while(box);}\n") ==
        "export function a(b){try{b.go();}catch{b.open=1;}finally{b=2;}do{b=3;}while(b);}\n");
  CHECK(with_short_names("export function a(box,key){if(key)go();else{box={key};}}\n") ==
        "export function a(c,b){if(b)go();else{c={key:b};}}\n");
}

TEST_CASE("values in templates have short names, texts and patterns stay", "[text]") {
  CHECK(with_short_names(
            "export const a=(word)=>`word ${word} and ${[word].map((other)=>`${other}!`)}`+'word'+/word/.source;\n") ==
        "export const a=(b)=>`word ${b} and ${[b].map((c)=>`${c}!`)}`+'word'+/word/.source;\n");
}

TEST_CASE("a script that reads names from texts, or that is not understood, is left alone", "[text]") {
  for (const char* script : {"export const a=(text)=>eval(text);\n", "export function a(b2){return arguments[0]+b2;}\n",
                             "export const a=(text)=>{;\n", "export const a=`${text;\n"})
    CHECK(with_short_names(script) == script);
}

}  // namespace
}  // namespace wegwijs
